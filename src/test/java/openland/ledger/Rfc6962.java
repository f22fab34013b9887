package openland.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A second implementation, written from the words of RFC 6962 section 2.1 (definitions) and RFC 9162 sections 2.1.3.2 and
 * 2.1.4.2 (verification) and sharing nothing with the first, to check it.
 */
final class Rfc6962 {
    private Rfc6962() {}

    /** MTH(D[n]). */
    static byte[] mth(List<byte[]> leafHashes) {
        int n = leafHashes.size();
        if (n == 0) {
            return sha256(new byte[0]);
        }
        if (n == 1) {
            return leafHashes.getFirst();
        }
        int k = split(n);
        return inner(mth(leafHashes.subList(0, k)), mth(leafHashes.subList(k, n)));
    }

    /** PATH(m, D[n]). */
    static List<byte[]> path(int m, List<byte[]> d) {
        int n = d.size();
        if (n == 1) {
            return List.of();
        }
        int k = split(n);
        return m < k ? join(path(m, d.subList(0, k)), mth(d.subList(k, n)))
                : join(path(m - k, d.subList(k, n)), mth(d.subList(0, k)));
    }

    /** PROOF(m, D[n]). */
    static List<byte[]> proof(int m, List<byte[]> d) {
        return subproof(m, d, true);
    }

    private static List<byte[]> subproof(int m, List<byte[]> d, boolean whole) {
        int n = d.size();
        if (m == n) {
            return whole ? List.of() : List.of(mth(d));
        }
        int k = split(n);
        return m <= k ? join(subproof(m, d.subList(0, k), whole), mth(d.subList(k, n)))
                : join(subproof(m - k, d.subList(k, n), false), mth(d.subList(0, k)));
    }

    /** RFC 9162, 2.1.3.2. */
    static boolean includes(byte[] leafHash, long index, long size, List<byte[]> proof, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long fn = index;
        long sn = size - 1;
        var r = leafHash;
        for (var p : proof) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = inner(p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = inner(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(r, root);
    }

    /** RFC 9162, 2.1.4.2. */
    static boolean consistent(long first, long second, List<byte[]> proof, byte[] firstRoot, byte[] secondRoot) {
        if (first == second) {
            return proof.isEmpty() && Arrays.equals(firstRoot, secondRoot);
        }
        if (proof.isEmpty()) {
            return false;
        }
        var path = new ArrayList<>(proof);
        if (Long.bitCount(first) == 1) {
            path.addFirst(firstRoot);
        }
        long fn = first - 1;
        long sn = second - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        var fr = path.getFirst();
        var sr = path.getFirst();
        for (var c : path.subList(1, path.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = inner(c, fr);
                sr = inner(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = inner(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(fr, firstRoot) && Arrays.equals(sr, secondRoot);
    }

    /** The largest power of two smaller than n. */
    private static int split(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }

    private static List<byte[]> join(List<byte[]> list, byte[] last) {
        var joined = new ArrayList<>(list);
        joined.add(last);
        return joined;
    }

    private static byte[] inner(byte[] left, byte[] right) {
        var all = new byte[1 + left.length + right.length];
        all[0] = 1;
        System.arraycopy(left, 0, all, 1, left.length);
        System.arraycopy(right, 0, all, 1 + left.length, right.length);
        return sha256(all);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
