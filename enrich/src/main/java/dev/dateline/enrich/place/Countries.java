package dev.dateline.enrich.place;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.Region;
import com.ibm.icu.util.Region.RegionType;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Countries as ICU knows them: codes, names, UN M49 regions. */
public final class Countries {
    /** User-assigned, not in ISO 3166-1, and yet in every newsroom's list. */
    private static final String KOSOVO = "XK";

    private static final String WORLD = "001";
    private static final Set<String> CODES = codes();
    private static final Map<String, List<String>> REGIONS =
            CODES.stream().collect(Collectors.toUnmodifiableMap(code -> code, Countries::containing));
    private static final Map<String, String> REGION_NAMES = REGIONS.values().stream()
            .flatMap(List::stream)
            .distinct()
            .collect(Collectors.toUnmodifiableMap(m49 -> m49, Countries::display));
    private static final Map<String, String> ENGLISH_NAMES =
            CODES.stream().collect(Collectors.toUnmodifiableMap(code -> code, Countries::display));

    private Countries() {}

    static Set<String> all() {
        return CODES;
    }

    static boolean isCountry(String code) {
        return code != null && CODES.contains(code);
    }

    /**
     * Returns for a code of a country.
     *
     * @throws IllegalArgumentException for anything else
     */
    static void check(String code) {
        if (!isCountry(code)) {
            throw new IllegalArgumentException("\"" + code + "\" is no ISO 3166-1 alpha-2 code of a country");
        }
    }

    public static String englishName(String code) {
        return ENGLISH_NAMES.get(code);
    }

    /**
     * Names of countries in a language by code: the usual one and the short one, as ICU gives them. "Virgin Islands (USA)"
     * is no name of the USA.
     */
    static Map<String, Set<String>> names(String language) {
        ULocale locale = new ULocale(language);
        LocaleDisplayNames usual = LocaleDisplayNames.getInstance(locale);
        LocaleDisplayNames brief = LocaleDisplayNames.getInstance(locale, DisplayContext.LENGTH_SHORT);
        Map<String, Set<String>> names = new TreeMap<>();
        for (String code : CODES) {
            Set<String> forms = new LinkedHashSet<>(forms(usual.regionDisplayName(code)));
            forms.addAll(forms(brief.regionDisplayName(code)));
            forms.remove(code);
            names.put(code, forms);
        }
        for (String code : CODES) {
            String whole = brief.regionDisplayName(code);
            names.forEach((other, forms) -> {
                if (!other.equals(code)) {
                    forms.remove(whole);
                }
            });
        }
        return names;
    }

    /** UN M49 regions that contain a country, smallest first, without the world. */
    static List<String> regions(String code) {
        return REGIONS.get(code);
    }

    /** English name of a UN M49 region. */
    static String regionName(String m49) {
        return REGION_NAMES.get(m49);
    }

    /** Today's code for a code in any case, a retired one ("SU") or alpha-3 ("RUS"); null when it is none. */
    public static String resolve(String code) {
        if (code == null || !code.matches("[A-Za-z]{2,3}")) {
            return null;
        }
        try {
            String today = Region.getInstance(code.toUpperCase(Locale.ROOT)).toString();
            return isCountry(today) ? today : null;
        } catch (IllegalArgumentException notACode) {
            return null;
        }
    }

    /**
     * "Myanmar (Burma)" is two names, "Hong Kong SAR China" and "Cocos (Keeling) Islands" are one and a remark, "Bosnia &
     * Herzegovina" is one of two spellings.
     */
    private static List<String> forms(String name) {
        List<String> forms = new ArrayList<>();
        String withoutRemark = name.replace(" SAR China", "").replaceAll("\\(.*\\) ", "");
        for (String part : withoutRemark.split("[()（）]")) {
            String form = part.trim();
            if (form.length() > 1 && !form.contains(" - ")) {
                forms.add(form);
                if (form.contains(" & ")) {
                    forms.add(form.replace(" & ", " and "));
                }
            }
        }
        return forms;
    }

    private static List<String> containing(String code) {
        List<String> regions = new ArrayList<>();
        Region region = Region.getInstance(code).getContainingRegion();
        while (region != null && !region.toString().equals(WORLD)) {
            regions.add(region.toString());
            region = region.getContainingRegion();
        }
        return List.copyOf(regions);
    }

    private static String display(String region) {
        return ULocale.getDisplayCountry("und_" + region, ULocale.ENGLISH).replace(" SAR China", "");
    }

    private static Set<String> codes() {
        Set<String> codes = new TreeSet<>(List.of(Locale.getISOCountries()));
        codes.retainAll(Region.getAvailable(RegionType.TERRITORY).stream()
                .map(Region::toString)
                .collect(Collectors.toSet()));
        codes.add(KOSOVO);
        return Set.copyOf(codes);
    }
}
