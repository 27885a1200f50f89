# One image recipe for every module that becomes a process: docker build --build-arg MODULE=catalog-service .
# The jars come from `mvn package`, so the image holds exactly what was tested.
FROM eclipse-temurin:25-jre AS unpack
ARG MODULE
WORKDIR /unpack
COPY ${MODULE}/target/${MODULE}-*-exec.jar app.jar
RUN java -Djarmode=tools -jar app.jar extract --layers --destination out && test -f out/application/app.jar

FROM eclipse-temurin:25-jre
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app --no-create-home app
WORKDIR /app
# Libraries change seldom and come first, so that a new version of the service is a small layer.
COPY --from=unpack /unpack/out/dependencies/ ./
COPY --from=unpack /unpack/out/snapshot-dependencies/ ./
COPY --from=unpack /unpack/out/spring-boot-loader/ ./
COPY --from=unpack /unpack/out/application/ ./
# What a start loads and links is kept in the image, which halves its work. Only the context is built for that and left
# again: nothing is connected to, and the address is nobody's. What does one thing and ends complains that it was not told
# what, and leaves its classes all the same.
RUN SPRING_DATASOURCE_URL=jdbc:postgresql://127.0.0.1:1/none SPRING_DATASOURCE_USERNAME=none SPRING_DATASOURCE_PASSWORD=none \
    java -XX:AOTCacheOutput=app.aot -XX:+UseSerialGC -Dspring.context.exit=onRefresh -jar app.jar > training.log 2>&1; \
    test -s app.aot || { cat training.log; exit 1; }; rm training.log
USER app
# Passwords come from a file where there is one: what stands in a container's environment is told by docker inspect.
ENTRYPOINT ["sh", "-c", "secrets=/run/secrets/producer-discovery/env; if [ -r $secrets ]; then set -a; . $secrets; set +a; fi; exec java -XX:AOTCache=app.aot -XX:+UseSerialGC -XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError -jar app.jar \"$@\"", "app"]
