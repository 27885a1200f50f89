package dev.producerdiscovery.matching.name;

import java.util.Locale;
import java.util.Set;

/**
 * The entries of MusicBrainz that stand for nobody, by their ids: what they are called says it only in part, and people and
 * bands with brackets in their names exist.
 *
 * @see <a href="https://musicbrainz.org/doc/Style/Unknown_and_untitled/Special_purpose_artist">special purpose artists</a>
 */
public final class SpecialPurposeArtists {

    private static final Set<String> IDS = Set.of(
            // Various Artists
            "89ad4ac3-39f7-470e-963a-56509c546377",
            // [unknown]
            "125ec42a-7229-4250-afc5-e057484327fe",
            // [no artist]
            "eec63d3c-3b81-4ad4-b1e4-7c147d4d2b61",
            // [traditional]
            "9be7f096-97ec-4615-8957-8d40b5dcbc41",
            // [anonymous]
            "f731ccc4-e22a-43af-a747-64213329e088",
            // [data]
            "33cf029c-63b0-41a0-9855-be2a3665fb3b",
            // [dialogue]
            "314e1c25-dde7-4e4d-b2f4-0a7b9f7c56dc",
            // [Disney]
            "66ea0139-149f-4a0c-8fbf-5ea9ec4a6e49",
            // [theatre]
            "a0ef7e1d-44ff-4039-9435-7d5fefdeecc9",
            // [soundtrack]
            "d6bd72bc-b1e2-4525-92aa-0f853cbb41bf",
            // [classical music]
            "9e44f539-f3fc-4120-bce2-94c8716437fa",
            // [religious music]
            "ae636985-40e8-4010-ae02-0f35930f8017",
            // [christmas music]
            "0187fe48-c87d-4dd8-beca-9c07ef535603",
            // [church chimes]
            "90068d37-bae7-4292-be4a-704c145bd616",
            // [language instruction]
            "80a8851f-444c-4539-892b-ad2a49292aa9",
            // [nature sounds]
            "51118c9d-965d-4f9f-89a1-0091837ccf54",
            // [news report]
            "49e713ce-c3be-4697-8983-ee7cd0a11ea1",
            // MusicBrainz Test Artist
            "7e84f845-ac16-41fe-9ff8-df12eb32af55",
            // Deleted Artist
            "c06aa285-520e-40c0-b776-83d2c9e8a6d1");

    private SpecialPurposeArtists() {}

    /** True for the id of such an entry, in any case; false for whatever else. */
    public static boolean include(String musicBrainzId) {
        return IDS.contains(musicBrainzId.toLowerCase(Locale.ROOT));
    }
}
