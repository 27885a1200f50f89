package dev.producerdiscovery.enrichment;

import dev.producerdiscovery.enrichment.Profile.Alias;
import dev.producerdiscovery.enrichment.Profile.Page;
import dev.producerdiscovery.provider.instagram.InstagramHandle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes one profile of what several sources say: what more of them say counts more, then what comes first. */
final class ProfileMaker {

    private static final int LONGEST_BIO = 4000;

    private final Gathered gathered;

    private ProfileMaker(Gathered gathered) {
        this.gathered = gathered;
    }

    static Profile make(Producer producer, Gathered gathered) {
        return new ProfileMaker(gathered).profile(producer);
    }

    private Profile profile(Producer producer) {
        List<Page> pages = pages();
        String ownWords = first(Findings::ownWords);
        return new Profile(
                Optional.ofNullable(ownWords)
                        .flatMap(EmailAddress::in)
                        .or(() -> Optional.ofNullable(first(Findings::email)).flatMap(EmailAddress::in))
                        .orElse(null),
                first(Findings::imageUrl),
                handle(pages).orElse(null),
                ownWords,
                shortened(first(Findings::bio)),
                pages,
                gathered.findings().stream()
                        .flatMap(page -> page.identities().stream())
                        .distinct()
                        .toList(),
                producer.identities(),
                aliases(producer));
    }

    /** The handle that most sources link to the person; between equals the one of the more trusted source. */
    static Optional<String> instagramHandle(Gathered gathered) {
        return handle(new ProfileMaker(gathered).pages());
    }

    private static Optional<String> handle(List<Page> pages) {
        return pages.stream()
                .filter(page -> page.site().equals(Site.INSTAGRAM.label()))
                .min(Comparator.comparingInt(page -> -page.sources().size()))
                .flatMap(page -> InstagramHandle.of(page.url()));
    }

    private List<Page> pages() {
        Map<ProfileLink, List<String>> sources = new LinkedHashMap<>();
        for (Findings findings : gathered.findings()) {
            for (ProfileLink link : findings.links()) {
                List<String> saying = sources.computeIfAbsent(link, key -> new ArrayList<>());
                if (!saying.contains(findings.source())) {
                    saying.add(findings.source());
                }
            }
        }
        return sources.entrySet().stream()
                .map(entry ->
                        new Page(entry.getKey().site().label(), entry.getKey().url(), List.copyOf(entry.getValue())))
                .toList();
    }

    private List<Alias> aliases(Producer producer) {
        Map<String, Alias> byKey = new LinkedHashMap<>();
        gathered.findings()
                .forEach(page -> page.names().stream()
                        .flatMap(name -> AliasNames.key(name).map(key -> new Alias(name, key, page.source())).stream())
                        .forEach(alias -> byKey.putIfAbsent(alias.key(), alias)));
        AliasNames.key(producer.name()).ifPresent(byKey::remove);
        return List.copyOf(byKey.values());
    }

    private @Nullable String first(Function<Findings, @Nullable String> field) {
        return gathered.findings().stream()
                .map(field)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= LONGEST_BIO
                ? text
                : text.substring(0, LONGEST_BIO - 1).strip() + "…";
    }
}
