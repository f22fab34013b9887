package openland.files;

import java.net.URI;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.base.database.CannotStart;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the object store is and how it is entered; without an endpoint there is none. */
@ConfigurationProperties("openland.s3")
record S3Settings(@DefaultValue("") String endpoint, @DefaultValue("") String bucket, @DefaultValue("us-east-1") String region,
        @DefaultValue("") String key, @DefaultValue("") String secret) {

    boolean areSet() {
        return !endpoint.isBlank();
    }

    /** @throws CannotStart when something is missing or the endpoint is not an address */
    URI address() {
        var missing = Stream.of(bucket.isBlank() ? "bucket" : "", region.isBlank() ? "region" : "", key.isBlank() ? "key" : "",
                secret.isBlank() ? "secret" : "").filter(name -> !name.isEmpty())
                .map(name -> "OPENLAND_S3_" + name.toUpperCase(Locale.ROOT)).collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new CannotStart("The object store is set, but not " + missing + ".", "Set what is missing, or none of OPENLAND_S3_* to keep files in a folder.");
        }
        if (!endpoint.matches("https?://[A-Za-z0-9.\\-\\[\\]:]+/?")) {
            throw new CannotStart("OPENLAND_S3_ENDPOINT is not an address.", "Set it to http:// or https://, a host and a port, without a path.");
        }
        return URI.create(endpoint);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return endpoint + " " + bucket;
    }
}
