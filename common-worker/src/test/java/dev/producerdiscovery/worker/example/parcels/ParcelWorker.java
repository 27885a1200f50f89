package dev.producerdiscovery.worker.example.parcels;

import dev.producerdiscovery.worker.BaseWorker;
import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts parcels on the shelf. */
class ParcelWorker extends BaseWorker<Parcel> {

    private final JdbcClient jdbc;

    ParcelWorker(JdbcClient jdbc) {
        super("parcel", Parcel.class);
        this.jdbc = jdbc;
    }

    @Override
    public Outcome handle(Parcel parcel, Delivery delivery) {
        return Outcome.done(outbox -> jdbc.sql("select store_parcel(cast(:address as text), cast(:grams as integer))")
                .param("address", parcel.address())
                .param("grams", parcel.grams())
                .query()
                .listOfRows());
    }
}
