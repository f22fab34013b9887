package openland.office;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** The codes of RFC 6238 as the common apps make them: HMAC-SHA-1, six digits, a new one every 30 seconds. */
final class OneTimeCodes {
    static final int SECONDS = 30;
    /** How many steps a clock may be ahead or behind. */
    private static final int DRIFT = 1;
    private static final int RECOVERY_CODES = 10;
    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final HmacOneTimePasswordGenerator GENERATOR = new HmacOneTimePasswordGenerator(6);
    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTimeCodes() {}

    /** 160 random bits, as RFC 4226 recommends. */
    static byte[] newSecret() {
        var secret = new byte[20];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /**
     * The step, of those near {@code now} and later than {@code after}, whose code that is.
     *
     * @param after the step whose code was accepted last; neither it nor an earlier one is accepted again
     */
    static OptionalLong step(byte[] secret, String code, Instant now, long after) {
        long current = now.getEpochSecond() / SECONDS;
        var found = OptionalLong.empty();
        for (long step = current - DRIFT; step <= current + DRIFT; step++) {
            boolean fits = MessageDigest.isEqual(ascii(code(secret, step)), ascii(code));
            if (fits && step > after && found.isEmpty()) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    static String code(byte[] secret, long step) {
        try {
            return GENERATOR.generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), step);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ten codes of 80 random bits each, in four groups. */
    static List<String> newRecoveryCodes() {
        var codes = new ArrayList<String>();
        for (int n = 0; n < RECOVERY_CODES; n++) {
            codes.add(signs(16).replaceAll("(.{4})(?=.)", "$1-"));
        }
        return codes;
    }

    /** Eight signs to tell somebody on the telephone. */
    static String newMark() {
        return signs(8);
    }

    /** A one-time password of 60 random bits, in three groups. */
    static String newPassword() {
        return signs(12).replaceAll("(.{4})(?=.)", "$1-");
    }

    private static String signs(int count) {
        var signs = new StringBuilder();
        for (int i = 0; i < count; i++) {
            signs.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return signs.toString();
    }

    private static byte[] ascii(String code) {
        return code.getBytes(StandardCharsets.US_ASCII);
    }
}
