package dev.producerdiscovery.matching.role;

import dev.producerdiscovery.matching.role.CreditRole.Family;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whole labels, in the form of {@link dev.producerdiscovery.matching.text.Folding#key keys}, as Genius and Discogs
 * use them. A label that merely contains "produc" ("Video Producer", "Production Manager") makes no producer.
 */
final class RoleLabels {

    /** Role, exact job and family of work; below them, indented, the labels that mean it. */
    private static final String MEANINGS = """
            PRODUCER | producer | PRODUCTION
                producer; producers; produced by; production; produced; production by; record producer;
                music producer; track producer; song producer; beatmaker; beats by; beat by; beat maker; beats;
                realisation; realisateur; produced and arranged by; produced and mixed by; instrumental producer
            CO_PRODUCER | co-producer | PRODUCTION
                co producer; co producers; co produced by; co production; coproducer; coproduction; co produced
            ADDITIONAL | additional producer | PRODUCTION
                additional producer; additional production; additional producers; additional production by;
                additionally produced by; producer additional; add producer; miscellaneous production;
                miscellaneous producer; additional music production
            EXECUTIVE | executive producer | PRODUCTION
                executive producer; executive producers; executive production; executive produced by;
                exec producer; co executive producer; associate executive producer;
                assistant executive producer; producer executive; executive music producer;
                executive album producer
            VOCAL_PRODUCER | vocal producer | PRODUCTION
                vocal producer; vocals producer; vocal production; vocals produced by; vocal produced by;
                vocal production by; additional vocal producer; additional vocal production; co vocal producer;
                vocal producers; vocals production
            OTHER | associate producer | PRODUCTION
                associate producer; associate production
            OTHER | assistant producer | PRODUCTION
                assistant producer; assistant production; production assistance; producer assistant
            REMIXER | remixer | PRODUCTION
                remix; remixer; remixed by; remixing engineer; remix by; remix producer; remixing;
                additional remix
            PROGRAMMER | programmer | ARRANGEMENT
                programmer; programming; programmed by; additional programming; additional programmer;
                drum programmer; drum programming; drum programming by; drums programmed by;
                additional drum programming; beat programming; additional drum programming by; synth programmer;
                synthesizer programmer; synth programming; synthesizer programming; keyboard programmer;
                keyboard programming; programming keyboards; bass programmer; bass programming;
                drum machine programming; sequencing; sequenced by; strings programmer; computer programming;
                midi programming; rhythm programming
            MIXER | mixing engineer | ENGINEERING
                mixing engineer; mixing engineers; mixed by; mix; mixer; mixing; mixing engineering;
                mix engineer; mixing by; additional mixing; mix engineering; additional mixing engineer;
                co mixing engineer; additional mix; co mixer
            MIXER | assistant mixing engineer | ENGINEERING
                assistant mixing engineer; assistant mix engineer; mixing assistant; mix assistant;
                mixed by assistant; mixing engineer assistant; assistant mixer; assistant mixing engineers;
                mixing engineering assistant
            ENGINEER | mastering engineer | ENGINEERING
                mastering engineer; mastered by; mastering; mastering engineering; remastered by;
                remastering engineer; direct metal mastering by; lacquer cut by; vinyl mastering engineer;
                mastering engineers; vinyl mastering; cut by; remastering; atmos mastering engineer
            ENGINEER | assistant mastering engineer | ENGINEERING
                assistant mastering engineer; mastering assistant; mastering engineer assistant
            ENGINEER | recording engineer | ENGINEERING
                recording engineer; recorded by; recording; recording engineering; tracking engineer;
                vocal recording engineer; strings recording engineer; vocals recorded by; recording engineers;
                additional recording engineer; drum recording engineer; vocal recording; additional recording;
                recording by; tracking; vocals recording engineer
            ENGINEER | assistant recording engineer | ENGINEERING
                assistant recording engineer; recording assistant; assistant recording engineers;
                recording engineer assistant
            ENGINEER | engineer | ENGINEERING
                engineer; engineered by; engineering; audio engineer; sound engineer; additional engineer;
                additional engineering; vocal engineer; engineers; sound; balance engineer; chief engineer;
                atmos mixing engineer; immersive mixing engineer; immersive mix engineer; vocal engineering;
                vocals engineer; additional engineers
            ENGINEER | assistant engineer | ENGINEERING
                assistant engineer; engineer assistant; engineering assistant; assistant engineers;
                assistant engineering; second engineer; tape operator; additional assistant engineer;
                assistant vocal engineer
            ENGINEER | editor | ENGINEERING
                editor; edited by; editing; digital editing; vocal editing; audio editor; digital editor;
                vocal editor; pro tools; sound editor; dialogue editor
            WRITER | writer | WRITING
                writer; writers; written by; songwriter; songwriters; songwriting; song by; words and music by;
                written; author; additional writer; additional songwriter; additional writing; co writer;
                songwriter composer
            COMPOSER | composer | WRITING
                composer; composers; composed by; music by; music; composition; score; composer lyricist;
                additional composer; score composer; co composer
            LYRICIST | lyricist | WRITING
                lyricist; lyricists; lyrics by; lyrics; words by; words; additional lyrics;
                additional lyrics by; libretto by; librettist; lyrics by additional; text by; paroles; texte
            OTHER | translator | WRITING
                translator; translated by; adapted by; adaptor; translation
            OTHER | arranger | ARRANGEMENT
                arranger; arranged by; arrangement; arrangements; orchestrator; orchestrated by;
                string arranger; strings arranger; vocal arranger; horn arranger; arranged by strings;
                string arrangement; vocal arrangement; horn arrangement; orchestration; additional arranger;
                vocal arrangements; string arrangements; arrangement by
            OTHER | conductor | ARRANGEMENT
                conductor; conducted by; orchestra conductor; chorus master
            OTHER | featured | PERFORMANCE
                featuring; featured; featured artist; guest; feat; ft
            OTHER | vocals | PERFORMANCE
                vocals; vocal; vocalist; lead vocals; background vocals; backing vocals; additional vocals;
                choir; rap; voice; spoken word; harmony vocals; chorus; guest vocals; background vocalist;
                rap vocals; ad libs; uncredited vocals; voice actor; background vocalists; lead vocalist;
                singer; whistle; beatbox; uncredited featured artist
            OTHER | instrument | PERFORMANCE
                guitar; bass; drums; keyboards; piano; strings; synthesizer; percussion; saxophone; trumpet;
                violin; cello; viola; flute; harp; electric guitar; acoustic guitar; bass guitar; organ; horns;
                trombone; harmonica; scratches; turntables; sampler; synth; synth bass; keyboard; performer;
                instruments; musician; all instruments; instrument; banjo; clarinet; double bass;
                electric piano; orchestra; fiddle; mandolin; pedal steel guitar; rhodes; tambourine; ukulele;
                wurlitzer; accordion; lead guitar; rhythm guitar; synthesizers; drum machine; additional guitar;
                additional keyboards; steel guitar; upright bass; electric bass; congas; talk box; dj;
                scratching; performed by; additional instruments; multi instruments; moog; hammond organ;
                backing band; claps; bongos
            OTHER | video work | BESIDE_THE_MUSIC
                video producer; video executive producer; video director; director; directed by; video editor;
                film producer; film director; video production; animation producer; video produced by;
                video associate producer; video line producer; video creative producer; line producer;
                producer video; movie producer; video co producer; animator; animation; choreographer;
                visual effects; colorist; director of photography; cinematographer; production designer;
                video production designer; producer film; television producer; editor video; video commissioner
            OTHER | artwork | BESIDE_THE_MUSIC
                photography; photographer; photography by; artwork; artwork by; art direction; design; designer;
                cover art; cover; illustration; layout; graphic design; illustrator; art director;
                cover photographer; liner notes; painting; design illustration; graphic designer;
                creative director; stylist; makeup artist; artist image
            OTHER | business | BESIDE_THE_MUSIC
                management; manager; a and r; ar; marketing; legal; a and r administration; production manager;
                production coordinator; production assistant; production assistants; production coordination;
                production management; head of production; production runner; production supervisor;
                post production; product manager; coordinator; a and r coordinator; project manager;
                legal counsel; booking; promotion; publicist; project coordinator; sample clearance;
                tour manager; studio manager; originally produced by; concert producer; show producer;
                producer tag; producer tag voice; reissue producer; producer reissue; compilation producer;
                compiled by; clearance; business affairs; coordination; studio producer; technician;
                instrument technician; studio assistant; studio personnel
            OTHER | company | NOT_A_PERSON
                label; labels; record label; copyright; copyright c; phonographic copyright;
                phonographic copyright p; publisher; publishing; published by; distributor; distribution;
                distributed by; production company; video production company; animation production company;
                licensed by; licensed to; licensed from; manufactured by; made by; marketed by; produced for;
                rights society; licensee; film production company; exclusive licensee; record company;
                pressed by; company; glass mastered at; licence
            OTHER | place | NOT_A_PERSON
                produced at; recorded at; mixed at; mastered at; recording location; recording studio;
                engineered at; studio; remixed at; recorded in; lacquer cut at; overdubbed at; filmed at;
                location; recording studios; mixing studio; mastering studio; edited at; programmed at;
                arranged at; designed at; additional recording at
            OTHER | metadata | NOT_A_PERSON
                genre; genres; tag; tags; language; key; tempo; mood; theme; samples; sampled; interpolates;
                interpolations; isrc; album
            """;

    private static final Pattern COLUMNS = Pattern.compile("\\s*\\|\\s*");
    private static final Pattern LABELS = Pattern.compile("\\s*;\\s*");
    private static final Map<String, CreditRole> TABLE = new HashMap<>();

    static {
        CreditRole meaning = CreditRole.unknown(null);
        for (String line : MEANINGS.lines().toList()) {
            if (line.startsWith(" ")) {
                enter(line.strip(), meaning);
            } else {
                meaning = meaning(COLUMNS.splitAsStream(line).toList());
            }
        }
    }

    private RoleLabels() {}

    static Optional<CreditRole> find(String key) {
        return Optional.ofNullable(TABLE.get(key));
    }

    static Set<String> all() {
        return Set.copyOf(TABLE.keySet());
    }

    private static CreditRole meaning(List<String> columns) {
        return CreditRole.of(Role.valueOf(columns.get(0)), columns.get(1), Family.valueOf(columns.get(2)));
    }

    private static void enter(String labels, CreditRole meaning) {
        LABELS.splitAsStream(labels).filter(label -> !label.isEmpty()).forEach(label -> {
            if (TABLE.putIfAbsent(label, meaning) != null) {
                throw new IllegalStateException("two meanings for the label " + label);
            }
        });
    }
}
