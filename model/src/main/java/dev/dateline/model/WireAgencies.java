package dev.dateline.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of news agencies and press-release wires as they stand in datelines. */
final class WireAgencies {
    private static final List<String> NAMES = List.of(
            "Reuters",
            "AP",
            "AFP",
            "dpa",
            "dpa-AFX",
            "EFE",
            "ANSA",
            "TASS",
            "Kyodo",
            "AAP",
            "ats",
            "tca",
            "Gracenote",
            "Xinhua",
            "UPI",
            "PTI",
            "IANS",
            "ANI",
            "PA",
            "TT",
            "NTB",
            "STT",
            "FNB",
            "Ritzau",
            "Belga",
            "ANP",
            "APA",
            "Keystone-SDA",
            "sda",
            "Lusa",
            "PAP",
            "ČTK",
            "CTK",
            "MTI",
            "Interfax",
            "RIA",
            "RIA Novosti",
            "ITAR-TASS",
            "Bloomberg",
            "Canadian Press",
            "The Canadian Press",
            "CP",
            "Anadolu",
            "Yonhap",
            "CNA",
            "Bernama",
            "Antara",
            "SANA",
            "IRNA",
            "KUNA",
            "WAM",
            "SPA",
            "MENA",
            "Petra",
            "Jiji",
            "Jiji Press",
            "Ukrinform",
            "AGI",
            "Europa Press",
            "Thomson Reuters Foundation",
            "Reuters Breakingviews",
            "LSEG",
            "IPS",
            "Sports Network",
            "The Sports Network",
            "Globe Newswire",
            "GlobeNewswire",
            "Business Wire",
            "BusinessWire",
            "PRNewswire",
            "PR Newswire",
            "PRNewswire-AsiaNet",
            "Medianet",
            "AsiaNet",
            "Marketwired",
            "Marketwire",
            "Accesswire",
            "Newswire",
            "CNW",
            "CNW Group",
            "EQS",
            "Cision",
            "Associated Press",
            "Reuter");

    private static final Map<String, String> BY_LOWER_CASE = NAMES.stream()
            .collect(Collectors.toUnmodifiableMap(
                    name -> name.toLowerCase(Locale.ROOT), name -> name, (first, second) -> first));
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern BETWEEN = Pattern.compile("\\h*[/,&]\\h*|\\h+(?:and|und|et|y)\\h+|\\h+");

    private WireAgencies() {}

    static boolean isAgency(String text) {
        return known(text) != null || BETWEEN.splitAsStream(text.strip()).allMatch(part -> known(part) != null);
    }

    static String canonical(String text) {
        String known = known(text);
        return known == null ? text.strip().replaceAll("\\s+", " ") : known;
    }

    private static String known(String text) {
        return BY_LOWER_CASE.get(SPACES.matcher(text.strip()).replaceAll(" ").toLowerCase(Locale.ROOT));
    }
}
