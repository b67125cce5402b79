"""Files for the shop folder that come in from outside: unpacked, checked, and put in place as a whole."""
