package openland.drafting.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An invented list of compensations as it stands in a spreadsheet: nine columns under heads. */
final class Households {
    private static final List<String> HEADS = List.of("村、村民小组", "户主", "身份证号码", "收款账号", "征收面积（亩）",
            "土地补偿费和安置补助费", "青苗补偿费", "地上附着物补偿费", "合计");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String SURNAMES = "周程方姚汪洪鲍胡江许";
    private static final String NAMES = "守田广和志远立春秋实明德";

    private Households() {}

    /** Heads and rows. @param wrong the number of the row whose area cannot be read; 0 for none */
    static List<List<String>> copied(int rows, int wrong) {
        var lines = new ArrayList<List<String>>();
        lines.add(HEADS);
        for (int i = 1; i <= rows; i++) {
            int land = 10_000 + i;
            lines.add(List.of(i % 2 == 0 ? "岩口村一组" : "双溪村三组", owner(i), identity(i), account(i), i == wrong ? "两亩半多" : "2.35",
                    Integer.toString(land), "3525", "100.50", land + 3625 + ".50"));
        }
        return lines;
    }

    static String owner(int i) {
        return "" + SURNAMES.charAt(i % 10) + NAMES.charAt(i / 10 % 12) + NAMES.charAt(i / 120 % 12);
    }

    /** Of a region that does not exist, with a checksum that holds. */
    static String identity(int i) {
        var body = "34982119" + (60 + i % 40) + "0312" + "%03d".formatted(i % 1000);
        int sum = 0;
        for (int k = 0; k < WEIGHTS.length; k++) {
            sum += (body.charAt(k) - '0') * WEIGHTS[k];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    static String account(int i) {
        return "622848123456%07d".formatted(7_000_000 + i);
    }

    static String plain(List<List<String>> lines) {
        return lines.stream().map(line -> String.join("\t", line)).collect(Collectors.joining("\r\n")) + "\r\n";
    }

    static String html(List<List<String>> lines) {
        return "<html><body><!--StartFragment--><table>" + lines.stream().map(line -> line.stream()
                .map(cell -> "<td>" + cell + "</td>").collect(Collectors.joining("", "<tr>", "</tr>"))).collect(Collectors.joining()) + "</table></body></html>";
    }
}
