package openland.office.web;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** What the officer's phone shows (RFC 6238). */
final class AuthenticatorApp {
    private AuthenticatorApp() {}

    /** The step of 30 seconds that runs now; a test takes it once, so that its codes follow each other whenever a new step begins. */
    static long step() {
        return Instant.now().getEpochSecond() / 30;
    }

    /** @param secret as it is typed into the app */
    static String code(String secret, long step) {
        try {
            return new HmacOneTimePasswordGenerator(6).generateOneTimePasswordString(
                    new SecretKeySpec(new Base32().decode(secret), "HmacSHA1"), step);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
