"""French."""

from __future__ import annotations

from typing import Final

from chronotope.languages import Language
from chronotope.languages.fr_demonyms import FRENCH_DEMONYMS
from chronotope.languages.fr_places import (
    FRENCH_DIRECTIONS,
    FRENCH_PLACE_KINDS,
    FRENCH_REGION_NAMES,
    FRENCH_SPELLINGS,
    FRENCH_WATERS,
    FRENCH_WORLD_PARTS,
)
from chronotope.languages.fr_times import FRENCH_TIMES

# One entry a line would make pages of it.
# fmt: off
FRENCH: Final = Language(
    code="fr",
    name="français",
    better_pipelines=("fr_core_news_lg",),
    elided=("l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu", "presqu"),
    clitics=(
        "t-il", "t-elle", "t-on", "t-ils", "t-elles", "il", "elle", "on", "ils", "elles", "je", "tu", "nous",
        "vous", "ce", "le", "la", "les", "lui", "leur", "moi", "toi", "y", "en",
    ),
    abbreviations=(
        "M.", "MM.", "Mme.", "Mlle.", "Dr.", "Pr.", "Me.", "Mgr.", "St.", "Ste.", "av.", "apr.", "env.", "etc.",
        "art.", "no.", "janv.", "févr.", "sept.", "oct.", "nov.", "déc.", "J.-C.",
    ),
    determiners=frozenset(
        "le la les l' un une des du au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos "
        "leur leurs quelques plusieurs chaque aucun aucune tout toute tous toutes quel quelle".split()
    ),
    definite=frozenset("le la les l' au aux du des ce cet cette ces ledit ladite".split()),
    owning=frozenset("mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs".split()),
    first_person=frozenset("je j' me m' moi".split()),
    prepositions=frozenset(
        "à de d' du des au aux en dans par pour sur sous avec sans contre vers chez entre depuis dès après avant "
        "pendant durant lors jusque jusqu' parmi selon envers outre malgré hors face près via".split()
    ),
    of=frozenset(["de", "d'", "du", "des"]),
    by=frozenset(["par"]),
    against=frozenset(["contre"]),
    toward=frozenset(["à", "au", "aux", "vers", "pour", "en", "auprès"]),
    away=frozenset(["de", "du", "des", "d'", "depuis"]),
    locative=frozenset(["à", "au", "aux", "en", "dans", "sur", "près", "vers"]),
    that=frozenset(["que", "qu'"]),
    subordinators=frozenset(
        "que qu' qui dont où lorsque lorsqu' quand alors tandis parce puisque puisqu' si comme afin pour car mais "
        "et ou donc".split()
    ),
    pronouns=frozenset(["il", "elle", "ils", "elles", "on", "celui-ci", "celle-ci"]),
    personal_pronouns=frozenset(
        (
            "je j' me m' moi tu te t' toi il elle on se s' soi nous vous ils elles lui leur eux le la les l' "
            "celui celle ceux celles celui-ci celle-ci ceux-ci celles-ci qui y en"
        ).split()
    ),
    auxiliaries=frozenset(
        "a ont avait avaient aura auront ait aient eu ayant est sont était étaient sera seront soit soient fut "
        "furent s' se ai avons avez avais aurai as suis es sommes êtes".split()
    ),
    passive_auxiliaries=frozenset(
        "été être est sont était étaient sera seront fut furent soit serait seraient étant".split()
    ),
    future=("-era", "-eront", "-ira", "-iront", "-dra", "-dront", "-tra", "-tront", "-vra", "-vront", "va", "vont"),
    hearsay=frozenset(["aurait", "auraient", "serait", "seraient"]),
    negations=frozenset(["ne", "n'", "aucun", "aucune", "nul", "nulle", "sans", "jamais"]),
    participle_endings={
        "ées": "er", "ée": "er", "és": "er", "é": "er", "ies": "ir", "ie": "ir", "is": "ir", "i": "ir", "ues": "re",
        "ue": "re", "us": "re", "u": "re", "tes": "re", "te": "re", "ts": "re", "t": "re",
    },
    adjective_endings=(
        "ain", "aine", "ais", "aise", "ien", "ienne", "éen", "éenne", "ois", "oise", "ique", "an", "ane", "al",
        "ale", "aux", "el", "elle", "iste", "eur", "if", "ive", "aire", "ié", "iée", "é", "ée", "ol", "ole", "and",
        "ande", "ec", "ecque", "que", "urc", "urque",
    ),
    indefinite=frozenset(["un", "une"]),
    colon=" : ",
    name_particles=frozenset(
        "de du des d' la le les l' al el ben bin ibn abou abu von van der den di da dos y".split()
    ),
    country_names={
        "Grande-Bretagne": "GB",
        "Hollande": "NL",
        "Birmanie": "MM",
        "Biélorussie": "BY",
        "RDC": "CD",
        "Congo-Kinshasa": "CD",
        "République démocratique du Congo": "CD",
        "Congo-Brazzaville": "CG",
        "Corée du Nord": "KP",
        "Corée du Sud": "KR",
        "Côte d'Ivoire": "CI",
        "Émirats": "AE",
        "Tchéquie": "CZ",
        "République tchèque": "CZ",
        "Timor oriental": "TL",
        "Swaziland": "SZ",
        "Macédoine": "MK",
        "Cap-Vert": "CV",
        "Vatican": "VA",
        "Palestine": "PS",
        "Territoires palestiniens": "PS",
        "Hong Kong": "HK",
        "Taïwan": "TW",
        "Bosnie": "BA",
        "RCA": "CF",
    },
    demonyms=FRENCH_DEMONYMS,
    place_kinds=FRENCH_PLACE_KINDS,
    directions=FRENCH_DIRECTIONS,
    region_names=FRENCH_REGION_NAMES,
    world_parts=FRENCH_WORLD_PARTS,
    waters=FRENCH_WATERS,
    spellings=FRENCH_SPELLINGS,
    generic_names=frozenset(["international", "internationale", "central", "centrale", "nouveau", "nouvelle"]),
    coordinators=frozenset(["et", "ou", "ni"]),
    before_towns=frozenset(["à"]),
    before_regions=frozenset(["en", "au", "aux", "du", "le", "la", "l'"]),
    home_countries=("FR",),
    indefinite_pronouns=frozenset({"on"}),
    others=frozenset(["autre", "nouveau", "nouvelle", "nouvel", "second", "seconde", "deuxième", "troisième"]),
    bodies=frozenset(
        "groupe compagnie entreprise société firme constructeur géant syndicat banque club association ong "
        "organisation formation parti mouvement multinationale fabricant opérateur enseigne distributeur "
        "éditeur assureur".split()
    ),
    zone_openings={
        "teaser": (
            "just in", "lire aussi", "à lire aussi", "a lire aussi", "à lire", "a lire", "lire également",
            "à lire également", "voir aussi", "à voir aussi", "lire plus", "en savoir plus", "sur le même sujet",
            "notre dossier", "pour aller plus loin", "en vidéo", "vidéo", "dernière minute", "urgent", "écouter aussi",
        ),
        "caption": ("photo", "crédit", "crédit photo", "photos", "légende", "infographie", "image"),
        "boilerplate": ("newsletter", "abonnez-vous", "inscrivez-vous", "publicité", "publicite", "partager"),
    },
    sites=frozenset(
        "aéroport aérodrome gare port stade hôpital clinique prison basilique cathédrale église mosquée "
        "synagogue temple château palais musée théâtre opéra place rue avenue boulevard promenade quai pont "
        "tunnel barrage autoroute route départementale nationale rocade périphérique parc jardin forêt bois "
        "lac mont massif vallée col plage baie golfe détroit île archipel presqu'île péninsule quartier "
        "faubourg cité camp base caserne usine centrale raffinerie mine plateforme campus lycée collège école "
        "aérogare station cimetière hippodrome vélodrome aréna mer océan désert fleuve rivière canal marché "
        "abbaye monastère chapelle viaduc mémorial mausolée cap".split()
    ),
    function_words=frozenset(
        "le la les l' un une des du de d' au aux à en et ou mais où or ni car donc ce cet cette ces cela ça ceci "
        "c' celui celle ceux celles il elle ils elles on je tu nous vous j' s' se sa son ses leur leurs notre nos "
        "votre vos mon ma mes qui que qu' quoi dont quand lorsque lorsqu' comme si s' pour par sur sous dans avec "
        "sans contre chez vers entre depuis dès après avant pendant durant lors selon d'après outre malgré face "
        "parmi plus moins très tout toute tous toutes aucun aucune certains certaines plusieurs quelques chaque "
        "autre autres même mêmes ainsi aussi alors puis enfin ensuite cependant pourtant toutefois néanmoins "
        "toujours déjà encore hier aujourd'hui demain ici là jusqu' jusque environ près voici voilà oui non ne n' "
        "pas".split()
    ),
    months={
        "janvier": 1, "février": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "août": 8, "aout": 8,
        "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12, "janv.": 1, "févr.": 2, "juil.": 7,
        "sept.": 9, "oct.": 10, "nov.": 11, "déc.": 12,
    },
    weekdays={"lundi": 1, "mardi": 2, "mercredi": 3, "jeudi": 4, "vendredi": 5, "samedi": 6, "dimanche": 7},
    units={
        "seconde": "second", "secondes": "second", "minute": "minute", "minutes": "minute", "heure": "hour",
        "heures": "hour", "jour": "day", "jours": "day", "journée": "day", "journées": "day", "nuits": "day",
        "semaine": "week", "semaines": "week", "mois": "month", "trimestre": "quarter", "trimestres": "quarter",
        "an": "year", "ans": "year", "année": "year", "années": "year", "décennie": "decade", "décennies": "decade",
        "siècle": "century", "siècles": "century",
    },
    ordinals={
        "premier": 1, "première": 1, "deuxième": 2, "second": 2, "seconde": 2, "troisième": 3, "quatrième": 4,
        "cinquième": 5, "sixième": 6, "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10, "onzième": 11,
        "douzième": 12, "treizième": 13, "quatorzième": 14, "quinzième": 15, "seizième": 16, "dix-septième": 17,
        "dix-huitième": 18, "dix-neuvième": 19, "vingtième": 20, "vingt-et-unième": 21,
    },
    ordinal_endings=("er", "re", "ère", "e", "è", "ème", "eme", "ième", "nd", "nde"),
    collectives={
        "demi-douzaine": 6, "huitaine": 8, "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20,
        "trentaine": 30, "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100,
    },
    seasons={"printemps": "SP", "été": "SU", "eté": "SU", "automne": "FA", "hiver": "WI"},
    weekday_plurals={
        "lundis": 1, "mardis": 2, "mercredis": 3, "jeudis": 4, "vendredis": 5, "samedis": 6, "dimanches": 7,
    },
    zones={"gmt": "Z", "utc": "Z", "tu": "Z"},
    halves_of_day={"du matin": 0, "de l' après-midi": 12, "du soir": 12, "de la nuit": 0},
    middle="mi-",
    pointer="-là",
    list_words=frozenset([",", "et", "ou", "au", "à", "le", "du", "-", "puis"]),
    planned=frozenset(
        "doit doivent devrait devraient devra devront prévu prévue prévus prévues attendu attendue attendus attendues "
        "programmé programmée programmés programmées prévoit prévoient envisage envisagent compte comptent".split()
    ),
    number_words=frozenset("n° no numéro environ près quelque quelques rn rd".split()),
    time_openers={
        "depuis": "since", "à partir de": "since", "à partir du": "since", "à compter de": "since",
        "à compter du": "since", "jusqu' à": "until", "jusqu' au": "until", "jusqu' en": "until", "jusqu'": "until",
        "jusque": "until", "avant": "until", "d' ici": "by", "d' ici à": "by", "d' ici au": "by", "au plus tard": "by",
        "au plus tard le": "by",
    },
    parts_of_day={
        "matin": "morning", "matinée": "morning", "aube": "morning", "midi": "noon", "mi-journée": "midday",
        "après-midi": "afternoon", "soir": "evening", "soirée": "evening", "nuit": "night",
    },
    hour_words=frozenset(["h", "heure", "heures"]),
    clock_names={"minuit": "0, 0", "midi": "12, 0"},
    time_patterns=FRENCH_TIMES,
)
