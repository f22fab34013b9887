package openland.disclosure.web;

import java.util.UUID;
import openland.ledger.Leaf;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a proof shows.
 *
 * @param title  null when the content is no longer held
 * @param salt   in hexadecimal; null when the content is no longer held
 * @param proof  C2SP tlog-proof; null while no checkpoint covers the entry
 * @param base   the site's public address, without a slash at its end
 */
public record VerifyPage(UUID id, int edition, @Nullable String title, @Nullable String salt, long index, Leaf leaf, String leafText,
        @Nullable String proof, String base) {

    public String here() {
        return "/disclosures/" + id;
    }

    /** For a shell with curl, xxd and OpenSSL. */
    public String digestCommands() {
        var edition = base + here() + "/editions/" + edition();
        var joined = "( curl -sS %s/salt | xxd -r -p; curl -sS %s/canonical )".formatted(edition, edition);
        return joined + " | openssl dgst -sha256\n" + joined + " | openssl dgst -sm3";
    }

    /** For a shell with curl and OpenSSL 3: the text of the checkpoint, each signature without its key id, and both keys. */
    public String signatureCommands() {
        return """
                curl -sS -O %1$s/ledger/checkpoint -O %1$s/ledger/key.pem -O %1$s/ledger/key-sm2.pem
                sed '/^$/,$d' checkpoint > checkpoint.txt
                sed '1,/^$/d;s/.* //' checkpoint | sed -n 1p | base64 -d | tail -c +5 > ed25519.sig
                sed '1,/^$/d;s/.* //' checkpoint | sed -n 2p | base64 -d | tail -c +5 > sm2.sig
                openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in checkpoint.txt -sigfile ed25519.sig
                openssl pkeyutl -verify -pubin -inkey key-sm2.pem -rawin -digest sm3 -pkeyopt distid:1234567812345678 -in checkpoint.txt -sigfile sm2.sig"""
                .formatted(base);
    }

    public String wholeCommand() {
        return "java -jar openland.jar --verify-ledger=" + base;
    }
}
