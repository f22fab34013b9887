package openland.files.fixed;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import openland.base.Refusal;
import openland.files.FileContent;
import openland.files.FileContent.Part;
import openland.files.Format;
import openland.files.Hidden;
import openland.files.Hidden.Kind;
import openland.files.Hidden.Treatment;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/** PDF (ISO 32000). What goes out is always written anew; a file that is so already goes out as it is. */
@Component
class PdfFormat implements Format {
    private static final long ANY = 1;

    private final Recognising recognising;

    PdfFormat(Recognising recognising) {
        this.recognising = recognising;
    }

    @Override
    public Map<String, String> types() {
        return Map.of("application/pdf", "PDF");
    }

    @Override
    public FileContent read(Path file, String type) throws IOException {
        return opened(file, findings -> {
            var pages = new PdfScans(findings, recognising).read();
            var parts = new ArrayList<>(pages.parts());
            var beside = new PdfStructure(findings.document());
            add(parts, "书签", beside.bookmarks());
            add(parts, "图片说明", beside.descriptions());
            return new FileContent(List.copyOf(parts), pages.scanned(), pages.recognised());
        });
    }

    private static void add(List<Part> parts, String place, List<FileContent.Block> blocks) {
        if (!blocks.isEmpty()) {
            parts.add(new Part(place, blocks));
        }
    }

    @Override
    public List<Hidden> hidden(Path file, String type) throws IOException {
        return opened(file, findings -> {
            var found = new ArrayList<>(findings.hidden());
            var words = findings.words();
            new PdfStructure(findings.document()).replacements(words)
                    .forEach(said -> found.add(new Hidden(Kind.HIDDEN_TEXT, "替代文字", said)));
            var copy = new ByteArrayOutputStream();
            found.addAll(rewritten(findings, false, copy));
            found.addAll(new PdfRevisions(file).found(findings.document(), words));
            boolean nothing = found.stream().noneMatch(one -> one.kind().treatment() == Treatment.REMOVED);
            if (nothing && !Arrays.equals(copy.toByteArray(), Files.readAllBytes(file))) {
                found.add(new Hidden(Kind.METADATA, "文件结构", ""));
            }
            return List.copyOf(found);
        });
    }

    @Override
    public void clean(Path file, String type, boolean thorough, OutputStream out) throws IOException {
        opened(file, findings -> rewritten(findings, thorough, out));
    }

    static List<Hidden> rewritten(PdfFindings findings, boolean thorough, OutputStream out) throws IOException {
        try (var to = new PDDocument(MemoryUsageSetting.setupMixed(16L << 20).streamCache)) {
            to.setDocumentId(ANY);   // else the clock goes into it
            to.setVersion(1.7f);
            var found = new PdfRewriting(findings, to, thorough).rewrite();
            to.save(new FilterOutputStream(out) {
                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    out.write(bytes, from, length);
                }

                @Override
                public void close() throws IOException {
                    flush();   // it is the caller's
                }
            }, CompressParameters.NO_COMPRESSION);
            return found;
        }
    }

    /** Something done with what was opened. */
    interface Work<F, T> {
        T done(F opened) throws IOException;
    }

    private static <T> T opened(Path file, Work<PdfFindings, T> work) throws IOException {
        return document(file, document -> work.done(PdfFindings.of(document)));
    }

    /** A fault of the parser is one of the file: the disk was read before. */
    static <T> T document(Path file, Work<PDDocument, T> work) throws IOException {
        new PdfRevisions(file).mustBeOfSensibleSize();
        try (var document = PdfOpening.open(file)) {
            return work.done(document);
        } catch (PdfOpening.Bomb e) {
            throw PdfOpening.tooMuch();
        } catch (IOException | RuntimeException e) {
            if (e instanceof Refusal refusal) {
                throw refusal;
            }
            throw PdfOpening.damaged();
        }
    }
}
