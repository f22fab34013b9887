package openland.screening;

/** Which signs are read as the digits of a number. */
enum Figures {
    /** Decimal digits of every script and width. */
    DIGITS {
        @Override
        int digitAt(String text, int at) {
            return decimal(text, at);
        }
    },
    /** Also ①, ², ₃ and 一, 壹, 〇. */
    WORDS {
        @Override
        int digitAt(String text, int at) {
            int decimal = decimal(text, at);
            if (decimal >= 0) {
                return decimal;
            }
            char c = text.charAt(at);
            if (c < 0xb2) {
                return -1;
            }
            int spoken = SPOKEN.indexOf(c);
            return spoken >= 0 ? spoken / 4 : Character.getType(c) == Character.OTHER_NUMBER ? ornamental(c) : -1;
        }
    },
    /** Also the letters that are taken for digits, O and l: only where a check sign confirms the number. */
    LETTERS {
        @Override
        int digitAt(String text, int at) {
            return switch (text.charAt(at)) {
                case 'O', 'o', 'Ｏ', 'ｏ', 'О', 'о' -> 0;
                case 'l', 'I', 'ｌ', 'Ｉ' -> 1;
                default -> decimal(text, at);
            };
        }
    };

    /** Four signs for each digit from 0. */
    private static final String SPOKEN = "〇零○◯" + "一壹弌幺" + "二贰貳弍" + "三叁參弎" + "四肆亖䦉" + "五伍㐅乄" + "六陆陸〦" + "七柒漆〧" + "八捌捌〨" + "九玖镹〩";

    /** The digit at that place, -1 for none. */
    abstract int digitAt(String text, int at);

    private static int decimal(String text, int at) {
        char c = text.charAt(at);
        return c < 128 ? c >= '0' && c <= '9' ? c - '0' : -1 : Character.digit(text.codePointAt(at), 10);
    }

    private static int ornamental(char c) {
        int value = Character.getNumericValue(c);
        return value >= 0 && value <= 9 ? value : -1;
    }
}
