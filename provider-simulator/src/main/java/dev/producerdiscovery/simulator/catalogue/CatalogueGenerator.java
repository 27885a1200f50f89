package dev.producerdiscovery.simulator.catalogue;

import dev.producerdiscovery.simulator.catalogue.Act.Kind;
import java.util.ArrayList;
import java.util.List;

/** Generates the catalogue scene by scene. The same seed and size always give the same one. Not thread-safe. */
public final class CatalogueGenerator {

    private final Dice dice;
    private final NameMaker names = new NameMaker();
    private final List<Act> acts = new ArrayList<>();
    private final List<Release> releases = new ArrayList<>();
    private final List<LyricsPage> pages = new ArrayList<>();
    private final List<Contributor> crews = new ArrayList<>();

    private CatalogueGenerator(long seed) {
        this.dice = Dice.of(seed);
        acts.add(ActFactory.various());
    }

    /**
     * @param size how many artists have music of their own; namesakes, guests and tribute acts come on top
     * @throws IllegalArgumentException where size is not positive
     */
    public static Catalogue generate(long seed, int size) {
        if (size < 1) {
            throw new IllegalArgumentException("size must be at least 1, not " + size);
        }
        CatalogueGenerator generator = new CatalogueGenerator(seed);
        for (int first = 0; first < size; first += Scene.ACTS) {
            generator.scene(first / Scene.ACTS, first, Math.min(first + Scene.ACTS, size));
        }
        return new Catalogue(generator.acts, generator.releases, generator.pages, generator.crews);
    }

    private void scene(int number, int firstAct, int endOfActs) {
        Dice own = dice.at("scene", number);
        Serials serials = new Serials(number);
        ActFactory factory = new ActFactory(names);
        Crew crew = new CrewFactory(names).crew(own.at("crew"), serials, number);
        Scene scene = new Scene(number, own, serials, crew, factory.guests(own.at("guests"), serials, number));
        int firstRelease = releases.size();
        for (int i = firstAct; i < endOfActs; i++) {
            List<Act> family = factory.acts(i, own.at("act", i), serials);
            discographies(scene, family);
            scene.acts().addAll(family);
        }
        List<Release> made = releases.subList(firstRelease, releases.size());
        releases.add(sampler(scene, own.at("sampler"), List.copyOf(made)));
        LyricsPages writer = new LyricsPages(scene);
        releases.subList(firstRelease, releases.size()).forEach(writer::about);
        pages.addAll(writer.written());
        acts.addAll(scene.acts());
        acts.addAll(scene.guests());
        crew.everybody().forEach(crews::add);
    }

    private void discographies(Scene scene, List<Act> family) {
        Act head = family.getFirst();
        Discography discography = new Discography(scene, head);
        List<Release> own = discography.make();
        releases.addAll(own);
        if (Slot.of(head) == Slot.JOINT_ALBUM) {
            releases.add(discography.jointAlbum(lastArtist(scene)));
        }
        for (Act relative : family.subList(1, family.size())) {
            if (relative.kind() == Kind.TRIBUTE) {
                releases.add(discography.copy(relative, own));
            } else {
                releases.addAll(new Discography(scene, relative).make());
            }
        }
    }

    private static Act lastArtist(Scene scene) {
        return scene.acts().reversed().stream()
                .filter(act -> act.kind() == Kind.ARTIST)
                .findFirst()
                .orElseThrow();
    }

    /** A compilation by "Various Artists", on which each act appears with one song. */
    private Release sampler(Scene scene, Dice own, List<Release> made) {
        List<Recording> picked = scene.acts().stream()
                .filter(act -> act.kind() == Kind.ARTIST)
                .flatMap(act -> made.stream().filter(release -> release.by(act)).limit(1))
                .map(release -> release.tracks().getFirst().recording())
                .toList();
        Act various = acts.getFirst();
        ReleaseMaker maker = new ReleaseMaker(various, own, scene.serials());
        String name = "Now That Is " + own.pick(Vocabulary.PLACES) + ", Vol. " + (scene.number() + 1);
        return maker.release(
                name,
                Release.Kind.COMPILATION,
                List.of(various),
                2023,
                new Printer(own.at("printer")).tracks(picked),
                List.of(),
                false,
                false);
    }
}
