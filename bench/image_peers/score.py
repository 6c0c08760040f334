"""Print the SSIMULACRA2 of each pair of pictures that stdin names, by the peers' own Python."""

import json
import sys

from ssimulacra2 import compute_ssimulacra2

pairs = json.load(sys.stdin)
json.dump([compute_ssimulacra2(*pair) for pair in pairs], sys.stdout)
