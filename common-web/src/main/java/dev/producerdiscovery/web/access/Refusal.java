package dev.producerdiscovery.web.access;

import org.springframework.http.HttpStatus;

/** @param detail tells the caller what is missing; never says how near a wrong token came */
record Refusal(HttpStatus status, String detail) {

    static Refusal forbidden(String detail) {
        return new Refusal(HttpStatus.FORBIDDEN, detail);
    }

    static Refusal unauthorized(String detail) {
        return new Refusal(HttpStatus.UNAUTHORIZED, detail);
    }
}
