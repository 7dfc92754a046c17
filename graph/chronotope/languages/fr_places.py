"""Words about places, in French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from chronotope.model import PlaceKind

# fmt: off
FRENCH_PLACE_KINDS: Final[Mapping[PlaceKind, str]] = {
    "airport": "aéroport aérodrome aérogare héliport",
    "bay": "baie golfe rade crique anse",
    "base": "base caserne garnison fort forteresse citadelle",
    "beach": "plage dune littoral côte",
    "bridge": "pont viaduc passerelle",
    "building": "immeuble bâtiment tour hôtel_de_ville mairie tribunal résidence centre foyer ehpad gymnase "
                "bibliothèque salle discothèque restaurant café bar boîte_de_nuit parlement",
    "camp": "camp campement bidonville",
    "cemetery": "cimetière mausolée nécropole",
    "church": "église cathédrale basilique chapelle abbaye monastère couvent sanctuaire",
    "city": "ville village commune localité bourg bourgade municipalité capitale métropole hameau agglomération oasis "
            "cité_balnéaire station_balnéaire ville_portuaire",
    "crossing": "poste-frontière point_de_passage check-point checkpoint",
    "dam": "barrage",
    "desert": "désert",
    "embassy": "ambassade consulat",
    "factory": "usine centrale raffinerie plateforme entrepôt dépôt chantier complexe",
    "forest": "forêt bois jungle",
    "hospital": "hôpital clinique chu maternité dispensaire polyclinique centre_hospitalier",
    "hotel": "hôtel auberge camping",
    "island": "île ile îles archipel îlot atoll",
    "lake": "lac étang lagune",
    "market": "marché bazar souk centre_commercial supermarché halles",
    "mine": "mine carrière",
    "monument": "monument mémorial arc statue fontaine",
    "mosque": "mosquée",
    "mountain": "mont monts montagne montagnes massif volcan col pic chaîne cordillère aiguille glacier plateau",
    "museum": "musée galerie",
    "palace": "palais château manoir villa",
    "park": "parc jardin réserve jardins",
    "peninsula": "presqu'île péninsule cap pointe",
    "port": "port terminal",
    "prison": "prison pénitencier maison_d'arrêt centre_pénitentiaire centre_de_détention",
    "quarter": "quartier faubourg banlieue arrondissement médina favela bourg cité",
    "region": "province région département district comté état gouvernorat wilaya canton oblast préfecture land "
              "territoire vallée secteur vilayet enclave bande corne",
    "river": "fleuve rivière canal torrent cascade chutes delta estuaire",
    "route": "autoroute route départementale nationale rocade périphérique col_routier piste",
    "school": "école lycée collège",
    "sea": "mer océan",
    "square": "place esplanade parvis rond-point",
    "stadium": "stade aréna arena hippodrome vélodrome circuit patinoire piscine",
    "station": "gare station métro",
    "strait": "détroit chenal",
    "street": "rue avenue boulevard promenade quai allée impasse chemin cours",
    "synagogue": "synagogue",
    "temple": "temple pagode",
    "theatre": "théâtre opéra cinéma cirque zénith",
    "tunnel": "tunnel",
    "university": "université campus faculté",
    "valley": "vallon gorge gorges canyon",
}

FRENCH_DIRECTIONS: Final = frozenset(
    "nord sud est ouest centre nord-est nord-ouest sud-est sud-ouest extrême-nord extrême-sud extrême-est "
    "extrême-ouest centre-nord centre-sud centre-est centre-ouest".split()
)

# What the press calls a division of a country beside its name in ISO 3166-2 → its code there; of a part of a country
# that has none, the code of the country.
FRENCH_REGION_NAMES: Final[Mapping[str, str]] = {
    "Abkhazie": "GE-AB", "Adjarie": "GE-AJ", "Andalousie": "ES-AN", "Aragon": "ES-AR", "Basse-Saxe": "DE-NI",
    "Baléares": "ES-IB", "Bavière": "DE-BY", "Bade-Wurtemberg": "DE-BW", "Calabre": "IT-78", "Californie": "US-CA",
    "Campanie": "IT-72", "Canaries": "ES-CN", "Caroline du Nord": "US-NC", "Caroline du Sud": "US-SC",
    "bande de Gaza": "PS", "Castille-et-León": "ES-CL", "Castille-La Manche": "ES-CM", "Catalogne": "ES-CT",
    "Cisjordanie": "PS", "Colombie-Britannique": "CA-BC", "Communauté valencienne": "ES-VC", "Corse": "FR-20R",
    "Crimée": "UA-43", "Daghestan": "RU-DA", "Dakota du Nord": "US-ND", "Dakota du Sud": "US-SD", "Écosse": "GB-SCT",
    "Émilie-Romagne": "IT-45", "Estrémadure": "ES-EX", "Floride": "US-FL", "Flandre": "BE-VLG", "Flandres": "BE-VLG",
    "Frioul": "IT-36", "Galice": "ES-GA", "Géorgie": "US-GA", "Gujarat": "IN-GJ", "Hawaï": "US-HI", "Hesse": "DE-HE",
    "Île-du-Prince-Édouard": "CA-PE", "Illinois": "US-IL", "Ingouchie": "RU-IN", "Irlande du Nord": "GB-NIR",
    "Jammu-et-Cachemire": "IN-JK", "Karnataka": "IN-KA", "Kivu du Nord": "CD-NK", "Kivu du Sud": "CD-SK",
    "Latium": "IT-62", "Ligurie": "IT-42", "Lombardie": "IT-25", "Louisiane": "US-LA", "Mecklembourg": "DE-MV",
    "Mongolie intérieure": "CN-NM", "Navarre": "ES-NC", "Ninive": "IQ-NI", "Nord-Kivu": "CD-NK", "Sud-Kivu": "CD-SK",
    "Nouveau-Brunswick": "CA-NB", "Nouveau-Mexique": "US-NM", "Nouvelle-Écosse": "CA-NS",
    "Nouvelle-Galles du Sud": "AU-NSW", "Ombrie": "IT-55", "Ossétie du Nord": "RU-SE", "Pays basque": "ES-PV",
    "Pays de Galles": "GB-WLS", "Pendjab": "IN-PB", "Pennsylvanie": "US-PA", "Piémont": "IT-21", "Pouilles": "IT-75",
    "Provence-Alpes-Côte d'Azur": "FR-PAC", "PACA": "FR-PAC", "Queensland": "AU-QLD", "Rhénanie-Palatinat": "DE-RP",
    "Rhénanie-du-Nord-Westphalie": "DE-NW", "Sardaigne": "IT-88", "Sarre": "DE-SL", "Saxe": "DE-SN",
    "Saxe-Anhalt": "DE-ST", "Sibérie": "RU", "Sicile": "IT-82", "Tasmanie": "AU-TAS", "Tatarstan": "RU-TA",
    "Tchétchénie": "RU-CE", "Terre-Neuve": "CA-NL", "Thuringe": "DE-TH", "Tibet": "CN-XZ", "Toscane": "IT-52",
    "Transcarpatie": "UA-21", "Vénétie": "IT-34", "Val d'Aoste": "IT-23", "Virginie": "US-VA",
    "Virginie-Occidentale": "US-WV", "Wallonie": "BE-WAL", "Xinjiang": "CN-XJ", "Yucatan": "MX-YUC",
    "Angleterre": "GB-ENG", "Kurdistan irakien": "IQ-KR", "Kurdistan d'Irak": "IQ-KR", "Rakhine": "MM-16",
    "Arakan": "MM-16", "Silésie": "PL-24", "Mazovie": "PL-14", "Bohême": "CZ",
}

FRENCH_WORLD_PARTS: Final = frozenset({
    "Afrique du Nord", "Afrique de l'Ouest", "Afrique de l'Est", "Afrique centrale", "Afrique australe",
    "Afrique subsaharienne", "Amazonie", "Amérique", "Amérique centrale", "Amérique du Nord", "Amérique du Sud",
    "Amérique latine", "Amériques", "Antarctique", "Arctique", "Asie centrale", "Asie du Sud", "Asie du Sud-Est",
    "Asie-Pacifique", "Balkans", "Caraïbes", "Antilles", "Caucase", "Corne de l'Afrique", "Europe centrale",
    "Europe de l'Est", "Europe de l'Ouest", "Golfe", "Grands Lacs", "Kurdistan", "Levant", "Maghreb", "Mélanésie",
    "Moyen-Orient", "Occident", "Orient", "Pays baltes", "Péninsule arabique", "Péninsule ibérique", "Polynésie",
    "Proche-Orient", "Sahara", "Sahel", "Scandinavie", "Terre sainte", "Indo-Pacifique", "Alpes", "Andes", "Himalaya",
    "Pyrénées", "Carpates", "Bassin du Congo", "Cachemire", "Union européenne",
})

FRENCH_WATERS: Final = frozenset({
    "Méditerranée", "Atlantique", "Atlantique Nord", "Atlantique Sud", "Pacifique", "Pacifique Sud", "Manche",
    "Baltique", "Adriatique", "Caspienne", "Égée", "mer Égée",
})

# How French writes sounds of other scripts → how GeoNames does.
FRENCH_SPELLINGS: Final = (
    ("tch", "ch"), ("dj", "j"), ("ou", "u"), ("ch", "sh"), ("ï", "y"), ("gué", "ge"), ("gui", "gi"),
)
