package openland.files.ooxml;

import java.util.ArrayList;
import java.util.List;
import openland.files.FileContent;
import openland.files.FileContent.Block;
import openland.files.FileContent.Paragraph;
import openland.files.FileContent.Table;
import openland.files.ooxml.OfficeFormat.Memory;

/** What is to be read in a workbook: a part per sheet, the cells as a table, then what is drawn on it. */
final class ExcelContent {
    private final Memory memory;
    private final ExcelFamily family;

    ExcelContent(Memory memory, ExcelFamily family) {
        this.memory = memory;
        this.family = family;
    }

    FileContent content() {
        var workbook = memory.main(ExcelFamily.MAIN);
        var parts = new ArrayList<FileContent.Part>();
        for (var sheet : workbook.root().all("x:sheet")) {
            memory.part(workbook, sheet.attr("r:id")).ifPresent(part -> parts.add(new FileContent.Part(family.sheet(part.source()), blocks(part))));
        }
        return new FileContent(parts, false, false);
    }

    private List<Block> blocks(Part sheet) {
        var blocks = new ArrayList<Block>();
        if (sheet.kind().relation().equals("worksheet")) {
            family.swept(sheet).edges().forEach(edge -> blocks.add(new Paragraph(edge)));
            var rows = family.swept(sheet).shown();
            if (!rows.isEmpty()) {
                blocks.add(new Table(rows));
            }
        }
        for (var drawing : memory.parts(sheet, "drawing")) {
            blocks.addAll(Slides.blocks(drawing.root(), "xdr", drawing, memory));
        }
        return blocks;
    }
}
