package dev.producerdiscovery.descriptor;

import java.math.BigDecimal;

/**
 * What a provider that names the makers of songs is like.
 *
 * @param nameCare how carefully it writes people's names: a person is shown as the provider with the highest number spells
 *     it. Above 0, which is a song's title, and another one than any other provider's
 * @param callsAnAlbum calls that identifying an artist's songs takes for each album, for estimates
 * @param callsASong the same for each song
 */
public record CreditTraits(int nameCare, BigDecimal callsAnAlbum, BigDecimal callsASong) {

    public CreditTraits {
        if (nameCare <= 0) {
            throw new IllegalArgumentException("nameCare must be above 0, but is " + nameCare);
        }
        if (callsAnAlbum.signum() < 0 || callsASong.signum() < 0) {
            throw new IllegalArgumentException("Nothing costs less than no calls");
        }
    }
}
