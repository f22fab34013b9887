package openland.files;

import java.util.List;
import openland.base.Refusal;
import openland.files.FileContent.Part;
import org.springframework.web.servlet.ModelAndView;

/**
 * One file as a page of this site, for readers without the program that made it, on a phone, or with a screen reader.
 *
 * @param format   how people call it: Word
 * @param of       what it belongs to, and its address
 * @param download the address of the file itself
 * @param here     the address of this page, without a query
 * @param parts    what stands on this page
 * @param number   the page of this site that is shown, from 1
 * @param scanned  whether there are pictures of text in it that could not be read
 * @param recognised whether words in it were recognised in pictures by this program
 * @param hidden   what was taken out of the published copy; for officers only, empty on public pages
 */
public record FilePage(String name, String format, Link of, String download, String here, List<Part> parts, int number,
        int count, boolean scanned, boolean recognised, List<Hidden> hidden) {
    /** @param href an address on this site */
    public record Link(String text, String href) {}

    /** @param number as asked for, from 1. @throws Refusal NOT_FOUND when there is no such page */
    public static ModelAndView of(String name, String format, Link of, String download, String here, FileContent content,
            int number, List<Hidden> hidden) {
        var pages = FilePages.of(content);
        if (number < 1 || number > pages.size()) {
            throw Refusal.notFound("这个文件没有第" + number + "页，共" + pages.size() + "页。");
        }
        return new ModelAndView("files/file", "file", new FilePage(name, format, of, download, here,
                pages.get(number - 1), number, pages.size(), content.scanned(), content.recognised(), hidden));
    }
}
