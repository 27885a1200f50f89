package dev.producerdiscovery.simulator.catalogue;

import java.util.List;

/** The words and syllables that all invented names are put together from. */
final class Vocabulary {

    static final List<String> FIRST_NAMES = words(
            "Ada Bram Cato Dario Elke Fenna Goran Hilde Imre Jonah Kaia Lorcan Mirela Nils Odile Pavel Quentin Runa Silvio"
                    + " Tamsin Ulrik Vesna Wendel Xenia Yorick Zelda Anselm Brigid Casimir Delphine Emeka Farida Gaspard"
                    + " Henrike Isolde Jarek Kwame Leontine Malik Noor Ottokar Priya Rasmus Sunniva Teodor Umaru Violeta"
                    + " Wilmer Yaroslav Zeno");
    static final List<String> ACCENTED_FIRST_NAMES =
            words("Éloïse Søren Jürgen Inès Björk-Ann Łucja Šárka Núria Chloé Gökçe Ağa Renée Zoë Tomáš Åse");
    static final List<String> SURNAME_STARTS = words(
            "Bran Tev Hal Quor Marl Vand Sker Trel Osk Lind Farn Drav Kest Ulm Pell Wex Yar Zond Corb Fenn Gris Jask Nort Rend");
    static final List<String> SURNAME_MIDDLES = words("a e i o en ar il un or es");
    static final List<String> SURNAME_ENDS =
            words("dvik quist mora vell stad nby tosk lund wick berel dotti zhak ssen ford kova rrano thal mire gade");
    static final List<String> ACCENTED_SURNAME_ENDS = words("çon ström růž ñera øvik ğlu ždan řák");
    static final List<String> ADJECTIVES = words(
            "Amber Broken Crooked Distant Electric Faded Gentle Hollow Idle Jagged Kindled Liquid Mellow Narrow Open Paper"
                    + " Quiet Restless Silver Tangled Unlit Velvet Winter Yellow Slow Second Salted Borrowed Frozen Weightless");
    static final List<String> NOUNS = words(
            "Harbour Lantern Meridian Orchard Signal Window Thunder Compass Ember Avenue Mirror Parade Ribbon Satellite"
                    + " Tide Umbrella Valley Whisper Archive Bonfire Cathedral Driveway Elevator Furnace Garden Horizon"
                    + " Island Junction Kite Ladder Machine Novel Ocean Postcard Quarry Railway Sparrow Telephone Undertow Vertigo");
    static final List<String> VERBS = words(
            "Carry Follow Leave Hold Forget Borrow Answer Burn Chase Count Drown Echo Find Guard Haunt Keep Miss Paint");
    static final List<String> PLACES = words(
            "Ostrava-Nord Tarnholm Veldt Merrowby Lindamere Quayside Port-Amaru Kesterel Saltmarsh Hollowell Brindisol");
    static final List<String> MONIKER_STARTS =
            words("Glass Night Tape Mono Ghost Copper Static Velour Paper Neon Dust Cobalt Low Odd Blank Solar");
    static final List<String> MONIKER_ENDS =
            words("wolf bus heron kit drum fader loop orchid circuit mantis anchor falcon vinyl pilot cipher moth");
    static final List<String> NICKNAMES =
            words("Kilo Fuzz Domino Pepper Sixteen Brick Lumen Zebra Tango Sleeves Mono Ticker Rooftop Salt Gizmo");
    static final List<String> GENRES = List.of(
            "dream pop",
            "alt hip hop",
            "nordic house",
            "indie soul",
            "art rock",
            "trap soul",
            "synthwave",
            "afro fusion",
            "chamber folk",
            "hyper pop",
            "neo psychedelia",
            "lo-fi beats");
    static final List<String> LABELS = List.of(
            "Tarn Street Records",
            "Copper Kettle",
            "Ninth Lantern",
            "Little Undertow",
            "Merrow & Sons",
            "Saltworks Audio");
    static final List<String> CYRILLIC_NAMES = words("Зарина Тимур Людвига Ярмил Ольда Светан");
    static final List<String> CYRILLIC_SURNAMES = words("Тволин Меркуш Забрелов Вардоль Кестрин Полумирский");
    static final List<String> GREEK_NAMES = words("Μελίνθη Ορέστων Θάλιρα Λυκάριος");
    static final List<String> GREEK_SURNAMES = words("Βαρκούδης Σελινάρη Τροπάλης Κυμορέας");
    static final List<String> KANA = words("カ ナ ミ ト レ ヨ サ ル キ ノ ハ ユ");
    static final List<String> LATIN_OF_KANA = words("ka na mi to re yo sa ru ki no ha yu");

    private Vocabulary() {}

    private static List<String> words(String line) {
        return List.of(line.split(" "));
    }
}
