package openland.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import openland.base.Digests;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;

/** Everything that stands in one state of the index, read in the order in which it lies there. */
final class Inventory {
    private Inventory() {}

    static Stream<Indexed> all(IndexSearcher searcher) {
        return searcher.getIndexReader().leaves().stream().map(LeafReaderContext::reader)
                .flatMap(segment -> new Segment(segment).rows()).map(Row::piece);
    }

    /** The sum of the digests of all pieces: it does not depend on their order. */
    static String hash(IndexSearcher searcher) {
        var sum = searcher.getIndexReader().leaves().stream().map(LeafReaderContext::reader)
                .flatMap(segment -> new Segment(segment).rows()).map(Row::number)
                .reduce(BigInteger.ZERO, BigInteger::add);
        return Digests.hex(Digests.sha256(sum.toByteArray()));
    }

    private record Row(Indexed piece, String digest) {
        BigInteger number() {
            var line = piece.id() + " " + piece.edition() + " " + piece.ledgerIndex() + " " + digest;
            return new BigInteger(1, Digests.sha256(line.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static final class Segment {
        private final LeafReader reader;
        private final SortedDocValues ids;
        private final NumericDocValues editions;
        private final NumericDocValues places;
        private final BinaryDocValues digests;

        Segment(LeafReader reader) {
            try {
                this.reader = reader;
                ids = DocValues.getSorted(reader, Fields.ID);
                editions = DocValues.getNumeric(reader, Fields.EDITION);
                places = DocValues.getNumeric(reader, Fields.LEDGER);
                digests = DocValues.getBinary(reader, Fields.DIGEST);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Stream<Row> rows() {
            var live = reader.getLiveDocs();
            return IntStream.range(0, reader.maxDoc()).filter(document -> live == null || live.get(document))
                    .mapToObj(this::row);
        }

        private Row row(int document) {
            try {
                ids.advanceExact(document);
                editions.advanceExact(document);
                places.advanceExact(document);
                digests.advanceExact(document);
                var piece = new Indexed(UUID.fromString(ids.lookupOrd(ids.ordValue()).utf8ToString()),
                        Math.toIntExact(editions.longValue()), places.longValue());
                return new Row(piece, digests.binaryValue().utf8ToString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
