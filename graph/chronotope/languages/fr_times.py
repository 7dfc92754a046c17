"""The times of French: patterns over tokens and what they mean; see `Language.time_patterns`."""

from __future__ import annotations

from typing import Final

# One entry a line would make pages of it.
# fmt: off
# What a day is called.
_DAYS: Final = (
    ("le? {weekday}? {day} {month} {year}", "date({year}, {month}, {day})"),
    ("le? {weekday}? {day} {month} {short}", "date({short}, {month}, {day})"),
    ("le? {weekday}? {day} {month}", "day-month({day}, {month})"),
    ("ce {weekday} {day} {month}", "day-month({day}, {month})"),
    ("le? {weekday}? {day} {month} dernier|derniers", "day-month({day}, {month}, last)"),
    ("le? {weekday}? {day} {month} prochain|prochains", "day-month({day}, {month}, next)"),
    ("ce|le? {weekday} {day}", "weekday-day({weekday}, {day})"),
    ("le? {weekday} dernier|passé", "weekday({weekday}, last)"),
    ("le? {weekday} prochain", "weekday({weekday}, next)"),
    ("le {weekday} suivant", "weekday({weekday}, next)"),
    ("ce même {weekday}", "weekday({weekday})"),
    ("ce|le? {weekday}", "weekday({weekday})"),
    ("hier", "shift(-1, day)"),
    ("avant-hier", "shift(-2, day)"),
    ("aujourd'hui {weekday}?", "shift(0, day)"),
    ("demain", "shift(1, day)"),
    ("après-demain", "shift(2, day)"),
    ("la veille", "later(-1, day)"),
    ("l' avant-veille", "later(-2, day)"),
    ("le lendemain", "later(1, day)"),
    ("le surlendemain", "later(2, day)"),
    ("le|ce même jour", "later(0, day)"),
    ("le jour même", "later(0, day)"),
    ("le jour suivant|d'après", "later(1, day)"),
    ("le jour précédent", "later(-1, day)"),
)
# How a part of the day follows its day.
_PARTS_AFTER: Final = (
    "{part}", "au petit? {part}", "en pleine? {part}", "dans|pendant|durant|à la|l' {part}",
    "en|à la? fin|début|milieu de|d' {part}",
)
# Stretches of the calendar: their article, and what stands after it. The article melts into "du", "au" and "des".
_STRETCHES: Final = (
    ("l'", "an|année dernier|dernière|passé|passée", "shift(-1, year)"),
    ("l'", "an|année prochain|prochaine", "shift(1, year)"),
    ("l'", "année suivante", "later(1, year)"),
    ("l'", "année d' après", "later(1, year)"),
    ("l'", "année précédente", "later(-1, year)"),
    ("l'", "année d' avant", "later(-1, year)"),
    ("l'", "an|année {year}", "date({year})"),
    ("la", "même année", "later(0, year)"),
    ("la", "semaine dernière|passée|écoulée", "shift(-1, week)"),
    ("la", "semaine prochaine", "shift(1, week)"),
    ("la", "semaine suivante", "later(1, week)"),
    ("la", "semaine d' après", "later(1, week)"),
    ("la", "semaine précédente", "later(-1, week)"),
    ("le", "mois dernier|passé|écoulé", "shift(-1, month)"),
    ("le", "mois prochain", "shift(1, month)"),
    ("le", "mois suivant", "later(1, month)"),
    ("le", "mois précédent", "later(-1, month)"),
    ("le", "même mois", "later(0, month)"),
    ("le", "mois de|d' {month}", "month({month})"),
    ("le", "mois de|d' {month} {year}", "date({year}, {month})"),
    ("le", "mois de|d' {month} dernier", "month({month}, last)"),
    ("le", "mois de|d' {month} prochain", "month({month}, next)"),
    ("le", "trimestre dernier", "shift(-1, quarter)"),
    ("le", "trimestre prochain", "shift(1, quarter)"),
    ("le", "{ordinal} trimestre", "quarter({ordinal})"),
    ("le", "{ordinal} trimestre|quart de|d'? l'? année? {year}", "quarter({ordinal}, {year})"),
    ("le", "dernier trimestre de? {year}", "quarter(4, {year})"),
    ("le", "{ordinal} semestre", "half({ordinal})"),
    ("le", "{ordinal} semestre de? {year}", "half({ordinal}, {year})"),
    ("les", "années {year}", "decade({year})"),
    ("les", "années {short}", "decade({short})"),
    ("le", "{century} siècle", "century({century})"),
    ("le", "siècle dernier|passé", "century(20)"),
    ("le", "week-end", "weekend(0)"),
    ("le", "week-end dernier|passé", "weekend(-1)"),
    ("le", "week-end prochain", "weekend(1)"),
    ("le", "week-end suivant", "weekend(1)"),
    ("le", "printemps", "season(SP)"),
    ("le", "printemps dernier|passé", "season(SP, last)"),
    ("le", "printemps prochain", "season(SP, next)"),
    ("le", "printemps {year}", "season(SP, {year})"),
    ("l'", "{season}", "season({season})"),
    ("l'", "{season} dernier|passé", "season({season}, last)"),
    ("l'", "{season} prochain", "season({season}, next)"),
    ("l'", "{season} {year}", "season({season}, {year})"),
)
# "L'année" alone is no time, but its beginning is.
_UNITS: Final = (
    ("l'", "année", "year"), ("la", "semaine", "week"), ("le", "mois", "month"), ("la", "décennie", "decade"),
)
_PHASES: Final = (("début", "begin"), ("milieu", "middle"), ("fin", "end"))
_OF: Final = {"l'": "de l'", "la": "de la", "le": "du", "les": "des"}
_FEASTS: Final = (
    ("jour de noël", "25, 12"), ("réveillon de noël", "24, 12"), ("saint-sylvestre", "31, 12"),
    ("jour de l' an", "1, 1"), ("nouvel an", "1, 1"), ("toussaint", "1, 11"), ("assomption", "15, 8"),
    ("saint-valentin", "14, 2"), ("épiphanie", "6, 1"), ("chandeleur", "2, 2"),
)
_MOVABLE: Final = (
    ("dimanche de pâques", 0), ("lundi de pâques", 1), ("vendredi saint", -2), ("jeudi saint", -3),
    ("dimanche des rameaux", -7), ("mardi gras", -47), ("mercredi des cendres", -46),
    ("jeudi de l' ascension", 39), ("pentecôte", 49), ("dimanche de pentecôte", 49), ("lundi de pentecôte", 50),
)
# Words before the name of a feast that is a date there, and no tree, present or person.
_AT: Final = "à|avant|après|depuis|dès|pour|fêter|célébrer|ici|jusqu'"
_NAMED_AFTER_DATES: Final = (
    "rue|avenue|boulevard|place|quai|cours|square|pont|lycée|collège|école|stade|hôpital|gare|station|métro|cité|"
    "quartier|esplanade|impasse|allée|mouvement|parc|club|promenade|caserne"
)
_LASTS: Final = (
    "pendant|durant|depuis|après|dure|durent|duré|durer|durait|durera|dans|sur|pour|en|voilà|voici|passé|passer|"
    "écope|écopé|requis|requiert|condamné|condamnée|condamnés|condamnées|purgé|purger|encourt|encourent|risque|risquent|"
    "peine|peines|porté|ramené|réduit"
)
# Of what may last so many years; a man of so many years is of that age.
_LONG: Final = (
    "peine|peines|allant|écope|écopé|période|durée|délai|contrat|contrats|mandat|mandats|bail|retard|terme|bout|suspension|"
    "interdiction|moyenne|cycle|plan|programme|prêt|sursis|guerre|conflit|règne|carrière|absence|exil|attente|sein|"
    "ferme|réclusion|prison|emprisonnement|détention|expérience|recul|sanction|horizon|transition|vie|record|"
    "anniversaire|espace|échéance|garantie|engagement|accord|moins|près|plus|peu"
)
_YOUNG: Final = "bébé|enfant|enfants|fille|fils|garçon|fillette|garçonnet|nourrisson|nouveau-né|bambin|jumeaux|jumelles"
_DECREED: Final = "a|ont|avait|avaient|avoir|ayant|aura|ai|as|aurait"
_THOSE: Final = "les|des|aux|ses|leurs|mes|tes|nos|vos"
_LAST_NEXT: Final = "derniers|dernières|prochains|prochaines|premiers|premières"
_MEASURES: Final = "m|km|kg|ha|mm|cm|g|t|mw|kw|gw|m2|m²|m3|euros|dollars|€|$|%|degrés|mètres|kilomètres|habitants"

FRENCH_TIMES: Final[tuple[tuple[str, str], ...]] = (
    # Days
    ("{weekday}? {day} {month} {year}", "explicit()"),
    *_DAYS,
    *((f"{day} {part}", f"part-of({meaning}, {{part}})") for day, meaning in _DAYS for part in _PARTS_AFTER),
    *(
        (f"le|la|l'|au? {{part}} de|d'|du {day}", f"part-of({meaning}, {{part}})")
        for day, meaning in _DAYS if not day.startswith(("la ", "l' "))
    ),
    *((f"{day} à {{clock}}", f"at({meaning}, {{clock}})") for day, meaning in _DAYS),
    *((f"{day} {{exact}}", f"at({meaning}, {{exact}})") for day, meaning in _DAYS),
    *((f"{day} {{part}} à {{clock}}", f"at({meaning}, {{clock}})") for day, meaning in _DAYS),
    ("{weekday} {part} dernier", "part-of(weekday({weekday}, last), {part})"),
    ("{weekday} {part} prochain", "part-of(weekday({weekday}, next), {part})"),
    ("[ {weekday} ] {number} {noun}", "weekday({weekday})"),
    ("[ le? {weekday}? {day} {month} ] {number} {noun}", "day-month({day}, {month})"),
    ("{iso}", "explicit()"),
    ("le? {slashed}", "explicit()"),
    ("le? {joined}", "day-month({joined})"),
    ("le? {joined} {year}", "day-month({joined}, {year})"),
    ("[ les|le? {weekday}? {day} ] {days} {month}", "day-month({day}, {month})"),
    ("[ les|le? {weekday}? {day} ] {days} {month} dernier|derniers", "day-month({day}, {month}, last)"),
    ("[ les|le? {weekday}? {day} ] {days} {month} prochain|prochains", "day-month({day}, {month}, next)"),
    ("[ les|le? {weekday}? {day} ] {days} {month} {year}", "date({year}, {month}, {day})"),
    ("ce {day} {month}", "day-month({day}, {month})"), ("ce {day} {month} {year}", "date({year}, {month}, {day})"),
    ("le {day} au {part}", "part-of(day-of-month({day}), {part})"),
    ("du [ {day} ] au [ {day2} ] ,|.|)|;|:|inclus", "day-of-month({day}); day-of-month({day2})"),
    ("entre [ le {day} ] et [ le {day2} ] ,|.|)|;|:", "day-of-month({day}); day-of-month({day2})"),
    (f"{_NAMED_AFTER_DATES} du|de {{day}} {{month}} {{year}}?", ""),
    (f"{_NAMED_AFTER_DATES} du|de {{joined}} {{year}}?", ""),
    ("au [ lendemain|surlendemain ] du|de|d'|des", "some-day()"),
    ("[ la|l'|le veille|avant-veille|lendemain|surlendemain ] du|de|d'|des", "some-day()"),
    # Feasts
    *((f"le|la|l'? {feast}", f"day-month({date})") for feast, date in _FEASTS),
    *((f"le|la|l'? {feast} {{year}}", f"day-month({date}, {{year}})") for feast, date in _FEASTS),
    *((f"le|la|l'? {feast}", f"easter({days})") for feast, days in _MOVABLE),
    *((f"le|la|l'? {feast} {{year}}", f"easter({days}, {{year}})") for feast, days in _MOVABLE),
    (f"{_AT} < noël", "day-month(25, 12)"), ("noël {year}", "day-month(25, 12, {year})"),
    (f"{_AT} < noël dernier", "day-month(25, 12, last)"), (f"{_AT} < noël prochain", "day-month(25, 12, next)"),
    (f"{_AT} < pâques", "easter(0)"), ("pâques {year}", "easter(0, {year})"),
    (f"{_AT} < la rentrée scolaire|universitaire|politique|parlementaire?", "month(9)"),
    ("à|de la rentrée de [ {month} ]", "month({month})"),
    ("le? 11-septembre", "date(2001, 9, 11)"),
    # Parts of the day
    ("la? nuit de|du {weekday} à|au {weekday}", "night-from({weekday})"),
    ("la? nuit de|du {weekday} {day} à|au {weekday2} {day2} {month}", "part-of(day-month({day}, {month}), night)"),
    ("la? nuit du {day} au {day2} {month}", "part-of(day-month({day}, {month}), night)"),
    ("la? nuit du {day} au {day2} {month} {year}", "part-of(date({year}, {month}, {day}), night)"),
    ("la? nuit du {day} {month} au {day2} {month2}", "part-of(day-month({day}, {month}), night)"),
    ("la? nuit de|du {weekday}", "night-from({weekday})"),
    ("la nuit dernière", "part-of(shift(-1, day), night)"),
    ("la nuit prochaine", "part-of(shift(0, day), night)"),
    ("la nuit suivante", "part-of(later(0, day), night)"),
    ("ce|cet|cette {part}", "part-of(shift(0, day), {part})"),
    ("ce|cet|cette {part} à {clock}", "at(shift(0, day), {clock})"),
    ("ce|cet|cette {thatpart}", "part-of(later(0, day), {thatpart})"),
    ("ce|cet|cette même {part}", "part-of(later(0, day), {part})"),
    ("le|la {part} même", "part-of(later(0, day), {part})"),
    ("dans|pendant|durant < la|l' {part}", "part-of(later(0, day), {part})"),
    ("cours|début|fin|milieu de < la|l' {part}", "part-of(later(0, day), {part})"),
    ("en|à < fin|début|milieu de|d' {part}", "part-of(later(0, day), {part})"),
    ("en < pleine {part}", "part-of(later(0, day), {part})"),
    ("toute la {part}", "part-of(later(0, day), {part})"),
    ("en < matinée", "part-of(later(0, day), morning)"),
    ("en < soirée", "part-of(later(0, day), evening)"),
    ("à < l' aube", "part-of(later(0, day), morning)"),
    ("à < la mi-journée", "part-of(later(0, day), midday)"),
    ("au < petit matin", "part-of(later(0, day), morning)"),
    ("dans la journée", "shift(0, day)"),
    ("plus tôt|tard < dans la journée", "shift(0, day)"),
    # Clock times
    ("{exact}", "at(later(0, day), {exact})"),
    ("en {exact}", ""),
    ("à|vers|dès|avant|jusqu'|entre|(|puis < {clock}", "at(later(0, day), {clock})"),
    ("jusqu'|partir|compter à|de < {clock}", "at(later(0, day), {clock})"),
    ("peu|juste après|avant < {clock}", "at(later(0, day), {clock})"),
    ("il est < {clock}", "at(later(0, day), {clock})"),
    ("après < midi|minuit", "at(later(0, day), 12, 0)"),
    ("après < minuit", "at(later(0, day), 0, 0)"),
    ("entre|de [ {clock} ] et|à [ {clock2} ]", "at(later(0, day), {clock}); at(later(0, day), {clock2})"),
    ("vers|à < [ {clock} ] , [ {weekday} ]", "at(weekday({weekday}), {clock}); weekday({weekday})"),
    ("vers|à < [ {clock} ] , [ hier ]", "at(shift(-1, day), {clock}); shift(-1, day)"),
    ("à|pendant|après|en [ {number} {unit} ] de|d' {noun}", "duration({number}, {unit})"),
    ("24 heures du mans", ""),
    # Weeks, months, seasons, years
    *((f"{article}? {rest}", meaning) for article, rest, meaning in _STRETCHES if article in ("le", "les")),
    *((f"{article} {rest}", meaning) for article, rest, meaning in _STRETCHES if article in ("l'", "la")),
    *(
        (f"la|le? {phase} {_OF[article]} {rest}", meaning)
        for phase, _ in _PHASES for article, rest, meaning in _STRETCHES
    ),
    *(
        (f"la|le? {phase} {_OF[article]} {rest}", f"phase({name}, {unit})")
        for phase, name in _PHASES for article, rest, unit in _UNITS
    ),
    *((f"en|à|dès < {phase} de|d' {rest}", f"phase({name}, {unit})")
      for phase, name in _PHASES for _, rest, unit in _UNITS),
    ("ce|cet {season}", "season({season})"),
    ("{season} {year}", "season({season}, {year})"),
    ("en < {season}", "every(season({season}))"),
    ("[ {season} ] comme [ {season2} ]", "every(season({season})); every(season({season2}))"),
    ("la nouvelle année", "phase(begin, year)"),
    ("les|le? mois|saison d' {season}", "every(season({season}))"),
    ("ce|un < week-end", "weekend(0)"),
    ("ce week-end", "weekend(0)"),
    ("ce mois", "shift(0, month)"),
    ("ce mois-ci", "shift(0, month)"),
    ("cette semaine", "shift(0, week)"),
    ("cette année", "shift(0, year)"),
    ("ce trimestre", "shift(0, quarter)"),
    ("à < ce moment-là", "later(0, day)"), ("à < ce moment là", "later(0, day)"),
    ("ce|cet|cette {thatunit}", "later(0, {thatunit})"),
    ("ce|cette même {unit}", "later(0, {unit})"),
    ("fin|début|mi|mi-|courant {month} {year}", "date({year}, {month})"),
    ("fin|début|mi|mi-|courant {month}", "month({month})"),
    ("fin|début|mi|mi- {month} dernier", "month({month}, last)"),
    ("fin|début|mi|mi- {month} prochain", "month({month}, next)"),
    ("la {mid}", "month({mid})"), ("{mid}", "month({mid})"), ("{mid} {year}", "date({year}, {mid})"),
    ("{month} {year}", "date({year}, {month})"),
    ("{month} {short}", "date({short}, {month})"),
    ("[ {small_month} ] {number} {noun}", "month({small_month})"),
    ("mission|rover|sonde|robot|programme|astromobile mars {year}", ""),
    ("{small_month}", "month({small_month})"),
    ("en|courant < {month}", "month({month})"),
    ("{month} dernier", "month({month}, last)"),
    ("{month} prochain", "month({month}, next)"),
    ("{month} de l' an|année dernier|dernière", "month-of({month}, -1)"),
    ("{month} de cette année", "month-of({month}, 0)"),
    ("{month} de l' an|année prochain|prochaine", "month-of({month}, 1)"),
    ("fin|début|mi|mi-|courant {year}", "date({year})"),
    ("{lone_year}", "date({lone_year})"),
    ("en|depuis|dès|avant|année < {year}", "date({year})"),
    (f"{{year}} {_MEASURES}", ""),
    ("{year_pair}", "date({year_pair})"),
    ("[ le? {century} ] et|au [ {century2} siècles ]", "century({century}); century({century2})"),
    # Counted from somewhere
    ("il y a|aura|avait plus|moins|près|environ|presque|déjà|à? peine|de|d'? {number} {unit}", "ago({number}, {unit})"),
    ("il y a|aura un peu? plus|moins de|d' {number} {unit}", "ago({number}, {unit})"),
    ("il y a|aura {number} {unit} à peine|environ", "ago({number}, {unit})"),
    ("il y a {number} à|ou {number2} {unit}", "ago({number2}, {unit})"),
    ("il y a quelques|plusieurs|des {unit} à? peine?", "ago-some({unit})"),
    ("il y a longtemps|peu", "past()"),
    ("dans < {number} {unit}", "shift({number}, {unit})"),
    ("{number} {unit} plus tard", "later({number}, {unit})"),
    ("{number} {unit} plus tôt", "later(-{number}, {unit})"),
    ("{number} {unit} auparavant", "later(-{number}, {unit})"),
    ("quelques|plusieurs {unit} plus tard|tôt", "later-some({unit})"),
    ("quelques|plusieurs {unit} auparavant", "later-some({unit})"),
    # How long
    # "Un jour" is some day, and "une seconde" the second.
    ("un|une jour|année|journée|nuit|seconde|siècle", ""),
    ("une seconde {noun}", ""),
    # Who is from 6 to 12 years old.
    ("{number} à {number2} ans", ""),
    ("{number} ans et plus|moins", ""),
    ("{number} {unit}", "duration({number}, {unit})"),
    ("{number} {unit} et demi|demie", "duration({number}.5, {unit})"),
    ("{number} à|ou {number2} {unit}", "duration({number2}, {unit})"),
    (f"{{number}} {_LAST_NEXT} {{unit}}", "duration({number}, {unit})"),
    (f"{{number}} à|ou {{number2}} {_LAST_NEXT} {{unit}}", "duration({number2}, {unit})"),
    ("dans les < {number} prochains|prochaines {unit}", "within({number}, {unit})"),
    ("ces|les {number} derniers|dernières {unit}", "duration({number}, {unit})"),
    ("quelques|plusieurs {unit}", "duration(X, {unit})"),
    ("quelques|plusieurs|des dizaines|centaines|milliers de|d' {unit}", "duration(X, {unit})"),
    ("depuis|pendant|durant|après|voilà < des {unit}", "duration(X, {unit})"),
    ("ces|les derniers|dernières {unit}", "duration(X, {unit})"),
    ("ces|les prochains|prochaines {unit}", "duration(X, {unit})"),
    ("des < derniers|dernières|prochains|prochaines {unit}", "duration(X, {unit})"),
    ("une demi-heure", "duration(30, minute)"),
    ("un quart d' heure", "duration(15, minute)"),
    ("trois quarts d' heure", "duration(45, minute)"),
    ("un demi-siècle", "duration(50, year)"),
    ("toute|tout la|l'|le {unit}", "duration(1, {unit})"),
    ("un quart de siècle", "duration(25, year)"),
    (f"{_LASTS} < un|une {{unit}}", "duration(1, {unit})"),
    ("plus|moins|près|bout|terme|durée|période de|d' < un|une {unit}", "duration(1, {unit})"),
    # Ages
    ("âgé|âgée|âgés|âgées de|d' {number} {unit}", ""),
    ("âgé|âgée|âgés|âgées de plus|moins|près|seulement|à? peine? de|d'? {number} {unit}", ""),
    (",|(|–|— < {number} ans", ""),
    ("de|d' < {number} années", ""),
    ("ici à < {number} {unit}", "duration({number}, {unit})"),
    ("à|dès|de|d'|et < {number} ans", ""),
    ("à < {number} ans de|d' son|sa|leur|ce|cette|la|l'", ""),
    (f"{_DECREED} < {{number}} ans", ""),
    (f"{_THOSE} < {{number}} ans de|d'|du|et?", ""),
    (f"{_YOUNG} de|d' < {{number}} {{unit}}", ""),
    ("les|des|de|aux plus|moins de < {number} ans", ""),
    (f"{_LASTS} < {{number}} {{unit}}", "duration({number}, {unit})"),
    (f"{_LASTS} à < {{number}} {{unit}}", "duration({number}, {unit})"),
    (f"{_LONG} de|d' < {{number}} {{unit}}", "duration({number}, {unit})"),
    ("[ {number} ans|an ] de|d'|après|avant|durant|plus|ferme|avec", "duration({number}, year)"),
    ("[ {number} ans|an ] à [ {number2} ans|an ] de|d'", "duration({number}, year); duration({number2}, year)"),
    # How often
    ("chaque {weekday}", "every(weekday({weekday}))"),
    ("tous les {weekdays}", "every(weekday({weekdays}))"),
    ("les {weekdays}", "every(weekday({weekdays}))"),
    ("le {ordinal} {weekday} du mois", "every(weekday({weekday}))"),
    ("le {ordinal} {weekday} de chaque mois", "every(weekday({weekday}))"),
    ("les {ordinal} et {ordinal2} {weekdays}", "every(weekday({weekdays}))"),
    ("chaque {weekday} {part}", "every(part-of(weekday({weekday}), {part}))"),
    ("tous les {weekdays} {part}", "every(part-of(weekday({weekdays}), {part}))"),
    ("tous|toutes les {unit}", "every({unit})"),
    ("tous|toutes les {number} {unit}", "every({unit}, {number})"),
    ("chaque {unit}", "every({unit})"),
    ("chaque {part}", "every(part-of(any, {part}))"),
    ("tous les matins", "every(part-of(any, morning))"),
    ("tous les soirs", "every(part-of(any, evening))"),
    ("toutes les nuits", "every(part-of(any, night))"),
    ("par {unit}", "every({unit})"),
    ("km|kilomètres|mètres|tours|battements par {unit}", ""),
    # Now, once, some day
    ("maintenant|actuellement|désormais", "now()"),
    ("à l' heure actuelle", "now()"), ("à présent", "now()"), ("en ce moment", "now()"), ("de nos jours", "now()"),
    ("récemment|autrefois|jadis|naguère", "past()"), ("à < l' époque", "past()"),
    ("bientôt|prochainement", "future()"),
)
# fmt: on
