package dev.producerdiscovery.identification;

import dev.producerdiscovery.identification.evidence.Answer;
import dev.producerdiscovery.identification.evidence.SettledSong;
import dev.producerdiscovery.identification.song.Song;
import dev.producerdiscovery.identification.song.SongHistory;
import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.Outbox;
import java.util.List;
import java.util.UUID;

/**
 * A song whose identification ended with a delivery.
 *
 * @param provisional somebody who may know better is not there now: the song is asked about again, and waits for that
 *     answer then
 */
record EndedSong(Song song, List<Answer> answers, boolean provisional, SongMessage message, Delivery delivery) {

    UUID id() {
        return song.id();
    }

    SettledSong settled() {
        return new SettledSong(song.id(), provisional ? SongHistory.PROVISIONAL : song.version(), answers);
    }

    /** Of two deliveries that asked about one song, the one whose answers are final, if any. */
    EndedSong orFinal(EndedSong other) {
        return provisional ? other : this;
    }

    void askAgain(Outbox outbox) {
        if (provisional) {
            outbox.send(
                    IdentificationWorker.QUEUE,
                    new SongMessage(message.trackId(), null),
                    delivery.keyFor(IdentificationWorker.QUEUE, song.id() + ":" + song.version() + ":again", 0));
        }
    }
}
