package openland.ledger;

import java.util.UUID;

/**
 * One place of the log.
 *
 * @param index   its place, from 0, without gaps
 * @param subject the disclosure (or case, or draw) it is about; not part of the leaf
 * @param leaf    what the leaf says
 * @param text    the leaf's canonical text, byte for byte as it was logged
 */
public record Entry(long index, UUID subject, Leaf leaf, String text) {
    /** The leaf hash of RFC 6962. */
    public byte[] hash() {
        return Leaf.hash(text);
    }
}
