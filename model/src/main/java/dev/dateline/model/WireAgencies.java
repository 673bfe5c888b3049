package dev.dateline.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

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

    private WireAgencies() {}

    static boolean isAgency(String text) {
        return known(text) != null
                || Arrays.stream(text.strip().split("\\h*[/,&]\\h*|\\h+(?:and|und|et|y)\\h+|\\h+"))
                        .allMatch(part -> known(part) != null);
    }

    static String canonical(String text) {
        String known = known(text);
        return known == null ? text.strip().replaceAll("\\s+", " ") : known;
    }

    private static String known(String text) {
        String plain = text.strip().replaceAll("[\\s\\u00a0]+", " ").toLowerCase(Locale.ROOT);
        return NAMES.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).equals(plain))
                .findFirst()
                .orElse(null);
    }
}
