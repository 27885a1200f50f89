package dev.producerdiscovery.provider.musicbrainz;

import java.util.List;

/** A song as written, apart from any recording of it. Its relations name composers and lyricists. */
public record MbWork(String id, String title, List<MbRelation> relations) {}
