package openland.office;

import java.net.InetAddress;
import java.util.HexFormat;

/** Whom limits count together. */
public final class Network {
    private Network() {}

    /** The address itself; of IPv6 its first four groups, because one subscriber has a whole /64. */
    public static String of(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(8, bytes.length));
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
