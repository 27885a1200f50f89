package dev.producerdiscovery.fleet.command;

import dev.producerdiscovery.descriptor.MusicCatalogue;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a catalogue as messages and requests name it. */
final class CatalogueConverter implements ITypeConverter<MusicCatalogue> {

    @Override
    public MusicCatalogue convert(String word) {
        return MusicCatalogue.of(word)
                .orElseThrow(() -> new TypeConversionException("'" + word + "' is no catalogue. There are "
                        + Arrays.stream(MusicCatalogue.values())
                                .map(MusicCatalogue::word)
                                .collect(Collectors.joining(" and "))));
    }
}
