package openland.files;

/**
 * Something that a file carries and that a reader of it does not see.
 *
 * @param place where, as people say it: 第3页, 工作表“补偿明细”D列, 文档属性
 * @param text  what is hidden there, as text, cut to 2,000 signs; empty where it is not text. For reviewers, never public
 */
public record Hidden(Kind kind, String place, String text) {
    private static final int LONGEST = 2_000;

    public Hidden {
        text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** What becomes of it. */
    public enum Treatment {
        /** It is taken out of the copy that is published; nobody has to do anything. */ REMOVED,
        /** Somebody must say whether it can go, because readers may miss it: publication waits. */ ASKED,
        /** The program cannot take it out without harm: the file must be made anew. */ BY_HAND
    }

    /** What is hidden. */
    public enum Kind {
        METADATA("文档属性", Treatment.REMOVED),
        COMMENT("批注", Treatment.REMOVED),
        TRACKED_CHANGE("修订痕迹", Treatment.REMOVED),
        EARLIER_REVISION("较早的版本", Treatment.REMOVED),
        PICTURE_METADATA("照片的拍摄信息", Treatment.REMOVED),
        EXTERNAL_LINK("指向外部的链接或模板", Treatment.REMOVED),
        SCRIPT("宏或脚本", Treatment.REMOVED),
        NOTES("演讲者备注", Treatment.REMOVED),
        THUMBNAIL("缩略图", Treatment.REMOVED),
        FORM_DATA("表单数据", Treatment.REMOVED),
        HIDDEN_TEXT("隐藏的文字", Treatment.ASKED),
        HIDDEN_SHEET("隐藏的工作表", Treatment.ASKED),
        HIDDEN_ROW("隐藏的行", Treatment.ASKED),
        HIDDEN_COLUMN("隐藏的列", Treatment.ASKED),
        HIDDEN_SLIDE("隐藏的幻灯片", Treatment.ASKED),
        HIDDEN_NAME("隐藏的名称", Treatment.ASKED),
        CACHE("保留的源数据", Treatment.ASKED),
        EMBEDDED("嵌入的文件", Treatment.ASKED),
        HIDDEN_LAYER("隐藏的图层", Treatment.BY_HAND),
        OUTSIDE_PAGE("页面以外的内容", Treatment.BY_HAND),
        COVERED_TEXT("遮盖物下面的文字", Treatment.BY_HAND),
        COVERED_PICTURE("被遮盖或裁剪的图片", Treatment.BY_HAND);

        private final String label;
        private final Treatment treatment;

        Kind(String label, Treatment treatment) {
            this.label = label;
            this.treatment = treatment;
        }

        public String label() {
            return label;
        }

        public Treatment treatment() {
            return treatment;
        }
    }
}
