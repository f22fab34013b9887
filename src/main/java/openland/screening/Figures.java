package openland.screening;

import java.util.Arrays;

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
            return WRITTEN[text.charAt(at)];
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

    /** The signs of each digit from 0: in words, on cheques, in codes of trade, round, in brackets, raised, lowered. */
    private static final String[] SIGNS = {"〇零○◯⓪⁰₀⓿", "一壹弌幺①⑴⒈¹₁❶➀➊〡", "二贰貳弍②⑵⒉²₂❷➁➋〢", "三叁參弎③⑶⒊³₃❸➂➌〣", "四肆亖④⑷⒋⁴₄❹➃➍〤",
        "五伍⑤⑸⒌⁵₅❺➄➎〥", "六陆陸⑥⑹⒍⁶₆❻➅➏〦", "七柒漆⑦⑺⒎⁷₇❼➆➐〧", "八捌⑧⑻⒏⁸₈❽➇➑〨", "九玖⑨⑼⒐⁹₉❾➈➒〩"};
    private static final byte[] WRITTEN = new byte[Character.MAX_VALUE + 1];

    static {
        Arrays.fill(WRITTEN, (byte) -1);
        for (byte digit = 0; digit < SIGNS.length; digit++) {
            for (char sign : SIGNS[digit].toCharArray()) {
                WRITTEN[sign] = digit;
            }
        }
    }

    /** The digit at that place, -1 for none. */
    abstract int digitAt(String text, int at);

    private static int decimal(String text, int at) {
        char c = text.charAt(at);
        return c < 128 ? c >= '0' && c <= '9' ? c - '0' : -1 : Character.digit(text.codePointAt(at), 10);
    }
}
