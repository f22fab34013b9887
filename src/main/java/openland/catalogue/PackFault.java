package openland.catalogue;

/** A pack cannot be loaded; the sentence names the file, the place in it and what is wrong there. */
final class PackFault extends RuntimeException {
    private final String sentence;

    PackFault(String file, String place, String sentence) {
        this("目录包" + file + (place.isEmpty() ? "" : "的" + place) + "：" + sentence);
    }

    private PackFault(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
