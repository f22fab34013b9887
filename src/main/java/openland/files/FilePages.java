package openland.files;

import java.util.ArrayList;
import java.util.List;
import openland.files.FileContent.Block;
import openland.files.FileContent.Part;
import openland.files.FileContent.Table;

/** Divides what can be read of a file into web pages that a phone can hold; pages, sheets and slides stay whole where they fit. */
public final class FilePages {
    private static final int SIGNS = 40_000;
    private static final int ROWS = 400;

    private final List<List<Part>> pages = new ArrayList<>();
    private List<Part> page = new ArrayList<>();
    private int signs;

    private FilePages() {}

    /** At least one page, which is empty when nothing can be read. */
    public static List<List<Part>> of(FileContent content) {
        var pages = new FilePages();
        content.parts().forEach(pages::add);
        pages.turn();
        return pages.pages.isEmpty() ? List.of(List.of()) : List.copyOf(pages.pages);
    }

    private void add(Part part) {
        int length = part.text().length();
        if (signs > 0 && signs + length > SIGNS) {
            turn();
        }
        if (length <= SIGNS) {
            page.add(part);
            signs += length;
            return;
        }
        var blocks = new ArrayList<Block>();
        for (var block : part.blocks().stream().flatMap(block -> pieces(block).stream()).toList()) {
            if (!blocks.isEmpty() && signs + block.text().length() > SIGNS) {
                page.add(new Part(part.place(), List.copyOf(blocks)));
                blocks.clear();
                turn();
            }
            blocks.add(block);
            signs += block.text().length();
        }
        page.add(new Part(part.place(), List.copyOf(blocks)));
    }

    /** A long table in pieces. */
    private static List<Block> pieces(Block block) {
        if (!(block instanceof Table(var rows)) || rows.size() <= ROWS) {
            return List.of(block);
        }
        var pieces = new ArrayList<Block>();
        for (int from = 0; from < rows.size(); from += ROWS) {
            pieces.add(new Table(rows.subList(from, Math.min(from + ROWS, rows.size()))));
        }
        return pieces;
    }

    private void turn() {
        if (!page.isEmpty()) {
            pages.add(page);
        }
        page = new ArrayList<>();
        signs = 0;
    }
}
