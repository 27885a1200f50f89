package dev.producerdiscovery.web.walk;

import java.util.List;
import java.util.stream.Stream;

/** What nobody who means well sends. */
final class Hostile {

    /** For a part of a path or the value of a parameter, as it stands in the address. */
    static final List<String> TEXTS = List.of(
            "",
            "%20",
            "%00",
            "a%00b",
            "%ff",
            "%zz",
            "%",
            "%ed%a0%80",
            "%EF%BF%BD",
            "..%2f..%2fetc",
            "%2e%2e",
            "../..",
            "%5c",
            ";a=b",
            "'",
            "%27%20or%201=1--",
            "%22",
            "%3Cscript%3Ealert(1)%3C/script%3E",
            "%24%7B7*7%7D",
            "-1",
            "0",
            "2147483647",
            "2147483648",
            "-9223372036854775808",
            "9223372036854775808",
            "1e999",
            "NaN",
            "0x10",
            "null",
            "true",
            "00000000-0000-0000-0000-000000000000",
            "x".repeat(5000),
            "%F0%9F%8E%B5".repeat(100),
            "%E2%80%8B%E2%80%AE",
            "%0d%0aX-Injected:%20y",
            "%09",
            "*",
            "[]",
            "%7B%7D");

    static final List<String> HEADERS = List.of(
            "Accept: nonsense",
            "Accept: application/xml",
            "Accept: */*;q=9",
            "Accept: text/html",
            "Accept: " + "a/b,".repeat(1000),
            "Accept-Language: \u00ff\u00fe",
            "Accept-Encoding: nonsense",
            "Accept-Charset: nonsense",
            "Range: bytes=5-1",
            "Range: bytes=0-0,2-2,4-4",
            "Range: nonsense",
            "If-Modified-Since: yesterday",
            "If-None-Match: \"",
            "If-Match: x",
            "Content-Encoding: gzip",
            "Content-Type: nonsense",
            "Content-Type: application/json;charset=nonsense",
            "Content-Type: multipart/form-data",
            "Content-Length: -1",
            "Content-Length: 99999999999999999999",
            "Transfer-Encoding: gzip",
            "Transfer-Encoding: chunked, chunked",
            "Expect: nonsense",
            "Upgrade: h2c",
            "Cookie: =;;;\"=",
            "Cookie: producer_discovery_sign_in=OPERATOR.999999999999.x",
            "Authorization: Bearer",
            "Authorization: Basic !!!",
            "Origin: null",
            "Origin: http://[",
            "Sec-Fetch-Site: cross-site",
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Prefix: /\u00ff/../",
            "Forwarded: for=\"",
            "X-HTTP-Method-Override: DELETE",
            "Host: evil.example",
            "Host: [",
            "X: " + "x".repeat(9000));

    static final List<String> METHODS =
            List.of("HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FOO", "G@T", "get");

    static final List<String> TYPES = List.of(
            "application/json",
            "application/x-www-form-urlencoded",
            "text/plain",
            "application/xml",
            "application/json;charset=utf-16",
            "multipart/form-data; boundary=x",
            "nonsense");

    /** Values of a field in JSON. */
    static final List<String> VALUES = List.of(
            "null",
            "1",
            "-1",
            "1.5",
            "1e400",
            "99999999999999999999",
            "true",
            "\"\"",
            "\" \"",
            "\"x\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\ufffd\"",
            "\"" + "x".repeat(100_000) + "\"",
            "[]",
            "[null]",
            "[\"x\", 1]",
            "[{}]",
            "{}",
            "{\"a\": {\"\\u0000\": 1}}");

    private static final List<String> BODIES = List.of(
            "",
            " ",
            "null",
            "[]",
            "{}",
            "{",
            "\"x\"",
            "1",
            "1e999999",
            "{\"a\": 1, \"a\": 2}",
            "[".repeat(3000),
            "{\"a\":".repeat(3000),
            "{\"a\": 1e999999}",
            "{\"a\": \"\\u0000\"}",
            "{\"\\ud800\": 1}",
            "\u00ff\u00fe",
            "\u00ef\u00bb\u00bf{}",
            "<?xml version=\"1.0\"?><x/>",
            "a=%zz",
            "a=%00",
            "a=&".repeat(1100),
            "x".repeat(300_000));

    private Hostile() {}

    /** @param gaps JSON in whose {@link Endpoint#GAP} each value comes to stand */
    static Stream<String> bodies(List<String> gaps) {
        return Stream.concat(
                BODIES.stream(),
                gaps.stream().flatMap(body -> VALUES.stream().map(value -> body.replace(Endpoint.GAP, value))));
    }
}
