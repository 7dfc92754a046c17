"""Who lives in which country, in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# ISO 3166 code → singular forms, with an underscore for a space; a plural is one of them with an s more, or stands
# here too. A form that several countries share stands at the one that the press means by it alone ("Congolese").
# fmt: off
ENGLISH_DEMONYMS: Final[Mapping[str, str]] = {
    "AD": "andorran", "AE": "emirati", "AF": "afghan afghani", "AG": "antiguan", "AL": "albanian", "AM": "armenian",
    "AO": "angolan", "AR": "argentine argentinian argentinean", "AT": "austrian", "AU": "australian aussie",
    "AZ": "azerbaijani azeri", "BA": "bosnian", "BB": "barbadian bajan", "BD": "bangladeshi", "BE": "belgian",
    "BF": "burkinabe burkinabé", "BG": "bulgarian", "BH": "bahraini", "BI": "burundian", "BJ": "beninese",
    "BM": "bermudian bermudan", "BN": "bruneian", "BO": "bolivian", "BR": "brazilian", "BS": "bahamian",
    "BT": "bhutanese", "BW": "botswanan motswana batswana", "BY": "belarusian belarussian", "BZ": "belizean",
    "CA": "canadian quebecer québécois", "CD": "congolese", "CF": "central_african", "CH": "swiss", "CI": "ivorian",
    "CL": "chilean", "CM": "cameroonian", "CN": "chinese", "CO": "colombian", "CR": "costa_rican", "CU": "cuban",
    "CV": "cape_verdean cabo_verdean", "CY": "cypriot", "CZ": "czech", "DE": "german east_german west_german",
    "DJ": "djiboutian", "DK": "danish dane", "DO": "dominican", "DZ": "algerian", "EC": "ecuadorian ecuadorean",
    "EE": "estonian", "EG": "egyptian", "EH": "sahrawi western_saharan", "ER": "eritrean", "ES": "spanish spaniard",
    "ET": "ethiopian", "FI": "finnish finn", "FJ": "fijian", "FM": "micronesian", "FO": "faroese",
    "FR": "french frenchman frenchmen frenchwoman frenchwomen", "GA": "gabonese",
    "GB": "british briton brit english englishman englishmen scottish scot scotsman welsh welshman northern_irish",
    "GD": "grenadian", "GE": "georgian", "GF": "french_guianese", "GH": "ghanaian", "GL": "greenlandic greenlander",
    "GM": "gambian", "GN": "guinean", "GP": "guadeloupean", "GQ": "equatorial_guinean equatoguinean", "GR": "greek",
    "GT": "guatemalan", "GU": "guamanian", "GW": "bissau_guinean", "GY": "guyanese", "HK": "hong_konger hongkonger",
    "HN": "honduran", "HR": "croatian croat", "HT": "haitian", "HU": "hungarian", "ID": "indonesian",
    "IE": "irish irishman irishmen irishwoman", "IL": "israeli", "IN": "indian", "IQ": "iraqi", "IR": "iranian",
    "IS": "icelandic icelander", "IT": "italian", "JM": "jamaican", "JO": "jordanian", "JP": "japanese",
    "KE": "kenyan", "KG": "kyrgyz kyrgyzstani", "KH": "cambodian khmer", "KI": "i_kiribati", "KM": "comorian comoran",
    "KN": "kittitian nevisian", "KP": "north_korean", "KR": "south_korean korean", "KW": "kuwaiti",
    "KZ": "kazakh kazakhstani", "LA": "laotian lao", "LB": "lebanese", "LC": "saint_lucian st_lucian st._lucian",
    "LI": "liechtensteiner", "LK": "sri_lankan", "LR": "liberian", "LS": "basotho mosotho", "LT": "lithuanian",
    "LU": "luxembourgish luxembourger", "LV": "latvian", "LY": "libyan", "MA": "moroccan", "MC": "monegasque",
    "MD": "moldovan moldavian", "ME": "montenegrin", "MG": "malagasy madagascan", "MH": "marshallese",
    "MK": "macedonian north_macedonian", "ML": "malian", "MM": "burmese", "MN": "mongolian", "MO": "macanese",
    "MQ": "martinican", "MR": "mauritanian", "MT": "maltese", "MU": "mauritian", "MV": "maldivian", "MW": "malawian",
    "MX": "mexican", "MY": "malaysian", "MZ": "mozambican", "NA": "namibian", "NC": "new_caledonian",
    "NE": "nigerien", "NG": "nigerian", "NI": "nicaraguan", "NL": "dutch dutchman dutchmen dutchwoman",
    "NO": "norwegian", "NP": "nepalese nepali", "NR": "nauruan", "NZ": "new_zealander", "OM": "omani",
    "PA": "panamanian", "PE": "peruvian", "PF": "polynesian tahitian", "PG": "papua_new_guinean papuan",
    "PH": "filipino filipina philippine", "PK": "pakistani", "PL": "polish pole", "PR": "puerto_rican",
    "PS": "palestinian gazan", "PT": "portuguese", "PW": "palauan", "PY": "paraguayan", "QA": "qatari",
    "RE": "reunionese", "RO": "romanian", "RS": "serbian serb", "RU": "russian", "RW": "rwandan",
    "SA": "saudi saudi_arabian", "SB": "solomon_islander", "SC": "seychellois", "SD": "sudanese",
    "SE": "swedish swede", "SG": "singaporean", "SI": "slovenian slovene", "SK": "slovak slovakian",
    "SL": "sierra_leonean", "SM": "sammarinese", "SN": "senegalese", "SO": "somali", "SR": "surinamese",
    "SS": "south_sudanese", "ST": "santomean são_toméan", "SV": "salvadoran salvadorean salvadorian", "SY": "syrian",
    "SZ": "swazi", "TD": "chadian", "TG": "togolese", "TH": "thai", "TJ": "tajik tajikistani",
    "TL": "timorese east_timorese", "TM": "turkmen", "TN": "tunisian", "TO": "tongan", "TR": "turkish turk",
    "TT": "trinidadian tobagonian", "TV": "tuvaluan", "TW": "taiwanese", "TZ": "tanzanian", "UA": "ukrainian",
    "UG": "ugandan", "US": "american us u.s.", "UY": "uruguayan", "UZ": "uzbek uzbekistani", "VC": "vincentian",
    "VE": "venezuelan", "VN": "vietnamese", "VU": "ni_vanuatu vanuatuan", "WS": "samoan", "XK": "kosovar kosovan",
    "YE": "yemeni", "YT": "mahoran", "ZA": "south_african", "ZM": "zambian", "ZW": "zimbabwean",
}
