"""Words about places, in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from chronotope.model import PlaceKind

# fmt: off
ENGLISH_PLACE_KINDS: Final[Mapping[PlaceKind, str]] = {
    "airport": "airport airfield aerodrome heliport",
    "bay": "bay gulf cove",
    "base": "base barracks garrison fort fortress citadel air_base naval_base army_base air_force_base",
    "beach": "beach dune coast",
    "bridge": "bridge viaduct footbridge",
    "building": "building gate tower tower_block town_hall city_hall courthouse residence centre center nightclub "
                "club library restaurant cafe bar parliament house hall",
    "camp": "camp refugee_camp encampment",
    "cemetery": "cemetery mausoleum graveyard",
    "church": "church cathedral basilica chapel abbey monastery convent shrine",
    "city": "city town village municipality capital hamlet township settlement port_city resort oasis",
    "crossing": "border_crossing crossing checkpoint border",
    "dam": "dam reservoir",
    "desert": "desert",
    "embassy": "embassy consulate",
    "factory": "factory plant refinery mill warehouse depot works power_station power_plant nuclear_plant",
    "forest": "forest woods jungle",
    "hospital": "hospital clinic infirmary medical_center medical_centre",
    "hotel": "hotel inn",
    "island": "island islands isle isles archipelago islet atoll",
    "lake": "lake lagoon loch",
    "market": "market bazaar souk mall shopping_centre shopping_center supermarket",
    "mine": "mine quarry colliery",
    "monument": "monument memorial arch statue fountain",
    "mosque": "mosque",
    "mountain": "mount mountain mountains range volcano peak ridge glacier hill hills plateau pass mt mt.",
    "museum": "museum gallery",
    "palace": "palace castle manor",
    "park": "park garden gardens reserve national_park",
    "peninsula": "peninsula cape headland",
    "port": "port harbour harbor terminal dock docks",
    "prison": "prison jail penitentiary detention_center detention_centre",
    "quarter": "district neighbourhood neighborhood suburb quarter borough ward slum favela",
    "region": "province region state county counties governorate canton oblast prefecture territory valley division "
              "enclave strip parish department",
    "river": "river canal creek falls waterfall delta estuary",
    "route": "road motorway highway interstate freeway expressway route turnpike",
    "school": "school college academy primary_school high_school elementary_school middle_school",
    "sea": "sea ocean",
    "square": "square plaza circus roundabout",
    "stadium": "stadium arena racecourse velodrome circuit",
    "station": "station train_station railway_station metro_station",
    "strait": "strait straits channel",
    "street": "street avenue boulevard lane drive quay",
    "synagogue": "synagogue",
    "temple": "temple pagoda",
    "theatre": "theatre theater opera cinema",
    "tunnel": "tunnel",
    "university": "university campus",
    "valley": "gorge canyon",
}

ENGLISH_DIRECTIONS: Final = frozenset(
    "north south east west northern southern eastern western central northeast northwest southeast southwest "
    "northeastern northwestern southeastern southwestern north-east north-west south-east south-west north-eastern "
    "north-western south-eastern south-western far upper lower".split()
)

# What the press calls a division of a country beside its name in ISO 3166-2 → its code there; of a part of a country
# that has none, the code of the country.
ENGLISH_REGION_NAMES: Final[Mapping[str, str]] = {
    "Abkhazia": "GE-AB", "Adjara": "GE-AJ", "Andalusia": "ES-AN", "Apulia": "IT-75", "Balearic Islands": "ES-IB",
    "Basque Country": "ES-PV", "Bavaria": "DE-BY", "Brittany": "FR-BRE", "Burgundy": "FR-BFC",
    "Canary Islands": "ES-CN", "Catalonia": "ES-CT", "Chechnya": "RU-CE", "Corsica": "FR-20R", "Crimea": "UA-43",
    "Dagestan": "RU-DA", "Flanders": "BE-VLG", "Galicia": "ES-GA", "Georgia": "US-GA", "Gujarat": "IN-GJ",
    "Hesse": "DE-HE", "Ingushetia": "RU-IN", "Inner Mongolia": "CN-NM", "Iraqi Kurdistan": "IQ-KR",
    "Jammu and Kashmir": "IN-JK", "Karnataka": "IN-KA", "Gaza Strip": "PS", "Liguria": "IT-42", "Lombardy": "IT-25",
    "Lower Saxony": "DE-NI", "Maharashtra": "IN-MH", "Navarre": "ES-NC", "Newfoundland": "CA-NL",
    "Nineveh": "IQ-NI", "Normandy": "FR-NOR", "North Kivu": "CD-NK", "South Kivu": "CD-SK", "North Ossetia": "RU-SE",
    "North Rhine-Westphalia": "DE-NW", "Occitania": "FR-OCC", "Piedmont": "IT-21", "Rakhine": "MM-16",
    "Rajasthan": "IN-RJ", "Rhineland-Palatinate": "DE-RP", "Saarland": "DE-SL", "Sardinia": "IT-88",
    "Saxony": "DE-SN", "Saxony-Anhalt": "DE-ST", "Siberia": "RU", "Sicily": "IT-82", "Tamil Nadu": "IN-TN",
    "Tatarstan": "RU-TA", "Telangana": "IN-TS", "Thuringia": "DE-TH", "Tibet": "CN-XZ", "Transcarpathia": "UA-21",
    "Tuscany": "IT-52", "Umbria": "IT-55", "Uttarakhand": "IN-UK", "Veneto": "IT-34", "Wallonia": "BE-WAL",
    "West Bank": "PS", "Xinjiang": "CN-XJ", "Silesia": "PL-24", "Bohemia": "CZ",
    "Northern Ireland": "GB-NIR", "Washington state": "US-WA", "New York state": "US-NY",
}

ENGLISH_WORLD_PARTS: Final = frozenset({
    "North Africa", "West Africa", "East Africa", "Central Africa", "Southern Africa", "sub-Saharan Africa", "Amazon",
    "Americas", "Central America", "Latin America", "Antarctica", "Arctic", "Central Asia", "South Asia",
    "Southeast Asia", "East Asia", "Asia-Pacific", "Balkans", "Caribbean", "Caucasus", "Horn of Africa",
    "Central Europe", "Eastern Europe", "Western Europe", "Gulf", "Great Lakes", "Kurdistan", "Levant", "Maghreb",
    "Middle East", "Near East", "West", "Baltics", "Arabian Peninsula", "Iberian Peninsula", "Polynesia", "Sahara",
    "Sahel", "Scandinavia", "Holy Land", "Indo-Pacific", "Alps", "Andes", "Himalayas", "Himalaya", "Pyrenees",
    "Carpathians", "Congo Basin", "Kashmir", "European Union",
})

ENGLISH_WATERS: Final = frozenset({
    "Mediterranean", "Atlantic", "North Atlantic", "South Atlantic", "Pacific", "South Pacific", "English Channel",
    "Channel", "Baltic", "Adriatic", "Caspian", "Aegean",
})
