package openland.files.fixed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import openland.base.Refusal;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.ICOSParser;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.io.RandomAccessStreamCache;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Opens PDF files of strangers: no stream of them is inflated into memory before it was counted that it stays below a
 * ceiling, whether a page, a font, or a table of the file itself.
 */
final class PdfOpening {
    /** The most that one stream may inflate to, in bytes. */
    static final long MOST_INFLATED = 64L << 20;
    /** The most that all streams may inflate to, each time they are read. */
    static final long MOST_INFLATED_IN_ALL = 2L << 30;

    private static final int MOST_OBJECTS = 500_000;
    private static final int MOST_IN_ONE_STREAM = 50_000;
    private static final long LONGEST_ROW = 16L << 20;
    private static final int MOST_FILTERS = 4;
    private static final Set<COSName> OF_PICTURES = Set.of(COSName.DCT_DECODE, COSName.DCT_DECODE_ABBREVIATION, COSName.JPX_DECODE,
            COSName.JBIG2_DECODE, COSName.CCITTFAX_DECODE, COSName.CCITTFAX_DECODE_ABBREVIATION);

    private PdfOpening() {}

    /** @throws Refusal INVALID when it is damaged, encrypted, or beyond a ceiling */
    static PDDocument open(Path file) throws IOException {
        return open(new RandomAccessReadBufferedFile(file));
    }

    static PDDocument open(RandomAccessRead source) throws IOException {
        StreamCacheCreateFunction onDisk = MemoryUsageSetting.setupMixed(16L << 20).streamCache;
        var shared = onDisk.create();
        try {
            var document = new Parser(source, () -> shared).parse();
            if (document.getDocument().getXrefTable().size() > MOST_OBJECTS) {
                document.close();
                throw tooMuch();
            }
            return document;
        } catch (InvalidPasswordException e) {
            throw Refusal.invalid("这个PDF加了密码，读者打不开。请去掉密码后再传。");
        } catch (Bomb e) {
            throw tooMuch();
        } catch (IOException | RuntimeException e) {
            if (e instanceof Refusal refusal) {
                throw refusal;
            }
            throw damaged();
        }
    }

    static Refusal damaged() {
        return Refusal.invalid("这个PDF已损坏或不完整。请用原来的软件重新导出后再传。");
    }

    static Refusal tooMuch() {
        return Refusal.invalid("这个PDF展开后太大或太复杂（单个数据流超过64 MB，或对象超过50万个），无法检查。请精简或拆分后再传。");
    }

    /** A stream that would inflate beyond its ceiling. */
    static final class Bomb extends IOException {
        private static final long serialVersionUID = 1;
    }

    private static final class Parser extends PDFParser {
        Parser(RandomAccessRead source, StreamCacheCreateFunction cache) throws IOException {
            super(source, "", null, null, cache);
            document = new Document(cache, this);
        }
    }

    private static final class Document extends COSDocument {
        private final RandomAccessStreamCache cache;
        private final ICOSParser parser;
        private final Budget budget = new Budget();

        Document(StreamCacheCreateFunction function, ICOSParser parser) throws IOException {
            super(function, parser);
            this.cache = function.create();
            this.parser = parser;
        }

        @Override
        public COSStream createCOSStream(COSDictionary dictionary, long start, long length) throws IOException {
            var stream = new Stream(cache, parser.createRandomAccessReadView(start, length), budget);
            dictionary.forEach(stream::setItem);
            stream.setKey(dictionary.getKey());
            return stream;
        }
    }

    private static final class Budget {
        private long left = MOST_INFLATED_IN_ALL;
    }

    /** A stream of the file, counted before it is inflated. */
    private static final class Stream extends COSStream {
        private final Budget budget;
        private long counted = -1;

        Stream(RandomAccessStreamCache cache, RandomAccessReadView view, Budget budget) throws IOException {
            super(cache, view);
            this.budget = budget;
        }

        @Override
        public COSInputStream createInputStream(DecodeOptions options) throws IOException {
            count();
            return super.createInputStream(options);
        }

        @Override
        public RandomAccessRead createView() throws IOException {
            count();
            return super.createView();
        }

        private void count() throws IOException {
            counted = counted < 0 ? decoded(this, MOST_INFLATED, OutputStream.nullOutputStream()) : counted;
            budget.left -= counted;
            if (budget.left < 0 || tooManyObjects(counted)) {
                throw new Bomb();
            }
        }

        private boolean tooManyObjects(long length) {
            var type = getCOSName(COSName.TYPE);
            if (COSName.XREF.equals(type)) {
                var widths = getCOSArray(COSName.W);
                long width = widths == null ? 1 : Math.max(1, sum(widths));
                return length / width > MOST_OBJECTS;
            }
            return COSName.OBJ_STM.equals(type) && getInt(COSName.N) > MOST_IN_ONE_STREAM;
        }

        private static long sum(COSArray numbers) {
            long sum = 0;
            for (COSBase number : numbers) {
                sum += number instanceof COSNumber value ? Math.max(0, value.intValue()) : 0;
            }
            return sum;
        }
    }

    /** Inflates a stream and writes what comes out; filters of pictures are left as they are. Returns the length. */
    static long decoded(COSStream stream, long ceiling, OutputStream out) throws IOException {
        var filters = filters(stream);
        if (filters.size() > MOST_FILTERS) {
            throw new Bomb();
        }
        InputStream in = stream.createRawInputStream();
        for (int i = 0; i < filters.size(); i++) {
            if (OF_PICTURES.contains(filters.get(i))) {
                if (!COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
                    throw new Bomb();
                }
                break;
            }
            mustHaveSensibleRows(stream, i);
            boolean last = i == filters.size() - 1;
            var buffer = new ByteArrayOutputStream();
            var bounded = new Bounded(last ? out : buffer, ceiling);
            FilterFactory.INSTANCE.getFilter(filters.get(i)).decode(in, bounded, stream, i);
            if (last) {
                return bounded.written;
            }
            in = new ByteArrayInputStream(buffer.toByteArray());
        }
        return in.transferTo(new Bounded(out, Math.max(ceiling, stream.getLength())));
    }

    static List<COSName> filters(COSStream stream) throws IOException {
        return switch (stream.getFilters()) {
            case null -> List.of();
            case COSName name -> List.of(name);
            case COSArray array -> array.toList().stream().map(PdfOpening::name).toList();
            default -> throw damaged();
        };
    }

    private static COSName name(COSBase base) {
        if (base instanceof COSName name) {
            return name;
        }
        throw damaged();
    }

    private static void mustHaveSensibleRows(COSStream stream, int index) throws IOException {
        var parameters = switch (stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP)) {
            case COSDictionary single -> single;
            case COSArray array when index < array.size() && array.getObject(index) instanceof COSDictionary one -> one;
            case null, default -> new COSDictionary();
        };
        long row = (long) Math.max(1, parameters.getInt(COSName.COLUMNS, 1)) * Math.max(1, parameters.getInt(COSName.COLORS, 1))
                * Math.max(1, parameters.getInt(COSName.BITS_PER_COMPONENT, 8)) / 8;
        if (row > LONGEST_ROW || row < 0) {
            throw new Bomb();
        }
    }

    private static final class Bounded extends OutputStream {
        private final OutputStream out;
        private final long ceiling;
        private long written;

        Bounded(OutputStream out, long ceiling) {
            this.out = out;
            this.ceiling = ceiling;
        }

        @Override
        public void write(int b) throws IOException {
            grow(1);
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            grow(length);
            out.write(bytes, from, length);
        }

        private void grow(int by) throws IOException {
            written += by;
            if (written > ceiling) {
                throw new Bomb();
            }
        }
    }
}
