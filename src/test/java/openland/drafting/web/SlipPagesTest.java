package openland.drafting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.UUID;
import openland.OpenlandTest;
import openland.base.Digests;
import openland.drafting.Desk;
import openland.drafting.Move;
import openland.journal.Entry;
import openland.journal.Filter;
import openland.journal.Journal;
import openland.office.Granting;
import openland.office.Officers;
import openland.office.Post;
import openland.office.Town;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The 审批单 on paper: others' readers find in it what the officers saw and signed. */
@OpenlandTest
class SlipPagesTest {
    @Autowired private ApplicationContext context;
    @Autowired private SlipPages pages;

    @Test
    void word_and_pdf_say_what_was_signed_by_whom_and_when() throws Exception {
        var desk = new Desk(context);
        var draft = desk.save(desk.piece("关于<b>界桩</b>维护的通知").put("documentNumber", "第资〔2026〕5号"));
        desk.move(draft, Move.SUBMIT, desk.drafter);
        desk.move(draft, Move.SIGN, desk.secrecy);
        var digest = Digests.hex(desk.look(draft, desk.drafter).draft().digest());
        for (var text : new String[] {word(draft, desk), paper(draft, desk)}) {
            assertThat(text.replaceAll("\\s", "")).contains("政府信息公开审批单", "关于<b>界桩</b>维护的通知", "第资〔2026〕5号", "主动公开", "张三", "保密审查岗", "意见。",
                    "（待签）", digest, desk.office.name());
        }
    }

    @Test
    void the_journal_says_whose_draft_left_the_house_and_not_where_its_reader_belongs() throws Exception {
        var desk = new Desk(context);
        var town = Town.of(context);
        var guest = town.officer(town.county());
        context.getBean(Granting.class).grant(guest.id(), Post.LEADER, desk.office.id(), town.secadmin());
        pages.word(desk.save(desk.piece("通知")), context.getBean(Officers.class).byId(guest.id()).orElseThrow());
        assertThat(context.getBean(Journal.class).entries(new Filter(guest.id(), null, null), null, 10).items())
                .filteredOn(entry -> entry.act().equals("draft.slip-exported")).extracting(Entry::office).containsExactly(desk.office.id());
    }

    private String word(UUID draft, Desk desk) throws Exception {
        try (var read = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(pages.word(draft, desk.leader).getBody())))) {
            return read.getText();
        }
    }

    private String paper(UUID draft, Desk desk) throws Exception {
        var bytes = pages.paper(draft, desk.leader).getBody();
        try (var read = Loader.loadPDF(bytes)) {
            assertThat(bytes.length).as("only the signs that occur are inside").isLessThan(300_000);
            return new PDFTextStripper().getText(read);
        }
    }
}
