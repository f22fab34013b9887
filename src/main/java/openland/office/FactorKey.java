package openland.office;

import java.nio.file.Path;
import java.util.UUID;
import openland.base.SealingKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Encrypts the secrets of second factors; each is bound to its officer. */
@Component
class FactorKey {
    static final String FILE = "second-factor";

    private final SealingKey key;

    FactorKey(@Value("${openland.files}") Path files) {
        this.key = new SealingKey(files, FILE, "暂时不能核对动态口令");
    }

    /** Makes the key when there is none. To be called by one node at a time, and only while no secret is kept. */
    void make() {
        key.make();
    }

    byte[] encrypt(UUID officer, byte[] secret) {
        return key.encrypt(officer, secret);
    }

    /** @throws openland.base.Refusal UNAVAILABLE when the key is lost or another, or the row was tampered with */
    byte[] decrypt(UUID officer, byte[] kept) {
        return key.decrypt(officer, kept);
    }
}
