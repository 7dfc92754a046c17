"""French."""

from __future__ import annotations

from typing import Final

from chronotope.languages import Language

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
    prepositions=frozenset(
        "à de d' du des au aux en dans par pour sur sous avec sans contre vers chez entre depuis dès après avant "
        "pendant durant lors jusque jusqu' parmi selon envers outre malgré hors face près via".split()
    ),
    of=frozenset(["de", "d'", "du", "des"]),
    by=frozenset(["par"]),
    locative=frozenset(["à", "au", "aux", "en", "dans", "sur", "près", "vers"]),
    that=frozenset(["que", "qu'"]),
    subordinators=frozenset(
        "que qu' qui dont où lorsque lorsqu' quand alors tandis parce puisque puisqu' si comme afin pour car mais "
        "et ou donc".split()
    ),
    pronouns=frozenset(["il", "elle", "ils", "elles", "on", "celui-ci", "celle-ci"]),
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
    parts_of_day={
        "matin": "morning", "matinée": "morning", "midi": "noon", "après-midi": "afternoon", "soir": "evening",
        "soirée": "evening", "nuit": "night",
    },
    hour_words=frozenset(["h", "heure", "heures"]),
    clock_names={"minuit": "0, 0", "midi": "12, 0"},
    time_patterns=(
        # Days
        ("le? {weekday}? {day} {month} {year} à? {clock}", "at(date({year}, {month}, {day}), {clock})"),
        ("{weekday}? {day} {month} {year}", "explicit()"),
        ("le {weekday}? {day} {month} {year}", "explicit()"),
        ("{iso}", "explicit()"),
        ("le? {slashed}", "explicit()"),
        ("d' ici < le? {weekday}? {day} {month} {year}", "by(explicit())"),
        ("jusqu' au < {weekday}? {day} {month} {year}", "until(explicit())"),
        ("depuis < le? {weekday}? {day} {month} {year}", "since(explicit())"),
        ("d' ici < le? {weekday}? {day} {month}", "by(day-month({day}, {month}))"),
        ("d' ici < fin? {month}", "by(month({month}))"),
        ("d' ici < {weekday}", "by(weekday({weekday}, next))"),
        ("jusqu' au < {weekday}? {day} {month}", "until(day-month({day}, {month}))"),
        ("depuis < le? {weekday}? {day} {month}", "since(day-month({day}, {month}))"),
        ("le? {weekday}? {day} {month} à? {clock}", "at(day-month({day}, {month}), {clock})"),
        ("le? {weekday}? {day} {month}", "day-month({day}, {month})"),
        ("le? {weekday} {day}", "weekday-day({weekday}, {day})"),
        ("{weekday} {part}", "part-of(weekday({weekday}), {part})"),
        ("{weekday} dans? la? {part}", "part-of(weekday({weekday}), {part})"),
        ("le? {weekday} à {clock}", "at(weekday({weekday}), {clock})"),
        ("{weekday} vers|dès < {clock}", "at(weekday({weekday}), {clock})"),
        ("{weekday} dernier", "weekday({weekday}, last)"),
        ("{weekday} prochain", "weekday({weekday}, next)"),
        ("ce|le? {weekday}", "weekday({weekday})"),
        ("nuit de {weekday} à {weekday}", "night-from({weekday})"),
        ("hier", "shift(-1, day)"),
        ("hier {part}", "part-of(shift(-1, day), {part})"),
        ("hier à {clock}", "at(shift(-1, day), {clock})"),
        ("avant-hier", "shift(-2, day)"),
        ("aujourd'hui", "shift(0, day)"),
        ("demain", "shift(1, day)"),
        ("demain {part}", "part-of(shift(1, day), {part})"),
        ("après-demain", "shift(2, day)"),
        ("ce|cet|cette {part}", "part-of(shift(0, day), {part})"),
        ("dans la journée", "shift(0, day)"),
        ("plus tôt < dans la journée", "shift(0, day)"),
        ("{hour}", "at(shift(0, day), {hour})"),
        # Weeks, months, years
        ("ce|le week-end", "weekend(0)"),
        ("ce|le week-end dernier", "weekend(-1)"),
        ("ce|le week-end prochain", "weekend(1)"),
        ("ce mois-ci", "shift(0, month)"),
        ("cette semaine", "shift(0, week)"),
        ("cette année", "shift(0, year)"),
        ("la semaine dernière|passée", "shift(-1, week)"),
        ("la semaine prochaine", "shift(1, week)"),
        ("le mois dernier|passé", "shift(-1, month)"),
        ("le mois prochain", "shift(1, month)"),
        ("l' an|année dernier|dernière|passée", "shift(-1, year)"),
        ("l' an|année prochain|prochaine", "shift(1, year)"),
        ("fin|début|mi {month} {year}", "date({year}, {month})"),
        ("fin|début|mi-? {month}", "month({month})"),
        ("{month} {year}", "explicit()"),
        ("depuis < {month} {year}", "since(explicit())"),
        ("en|courant|depuis|dès|au|mois|de|d' < {month}", "month({month})"),
        ("{month} dernier", "month({month}, last)"),
        ("{month} prochain", "month({month}, next)"),
        ("en|année|fin|début|de|dès < {year}", "date({year})"),
        ("depuis < {year}", "since(date({year}))"),
        ("jusqu' en < {year}", "until(date({year}))"),
        ("avant < {year}", "until(date({year}))"),
        ("les années {year}", "decade({year})"),
        # Counted from somewhere
        ("il y a {number} {unit}", "ago({number}, {unit})"),
        ("il y a quelques {unit}", "ago-some({unit})"),
        ("il y a quelques {unit} à peine", "ago-some({unit})"),
        ("dans < {number} {unit}", "shift({number}, {unit})"),
        ("dans les {number} prochains|prochaines {unit}", "within({number}, {unit})"),
        ("{number} {unit} plus tard", "later({number}, {unit})"),
        ("{number} {unit} plus tôt|auparavant", "later(-{number}, {unit})"),
        ("la veille", "later(-1, day)"),
        ("l' avant-veille", "later(-2, day)"),
        ("le lendemain", "later(1, day)"),
        ("le surlendemain", "later(2, day)"),
        ("le même jour", "later(0, day)"),
        ("ce jour-là", "later(0, day)"),
        # How long, how often
        ("pendant|durant|depuis|en|après|dure|duré < {number} {unit}", "duration({number}, {unit})"),
        ("chaque {weekday}", "every(weekday({weekday}))"),
        ("tous les {number}? {unit}", "every({unit})"),
        ("chaque {unit}", "every({unit})"),
        ("maintenant|actuellement", "now()"),
    ),
)
