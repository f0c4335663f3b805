import type { Style } from './styles.ts';

const words = (text: string): readonly string[] => text.split('|');

/** Names of product lines, by the style of the brand. */
export const SERIES: Record<Style, readonly string[]> = {
  nordic: words(
    'Fjord|Lund|Skog|Vinter|Halm|Stille|Bris|Nord|Sten|Lys|Ask|Havn|Dal|Sno|Mose|Kyst|Elv|Tind|Ro|Vidde|Lin|Klar|Holme|Sund',
  ),
  heritage: words(
    'Ashford|Calder|Whitcombe|Marlow|Old Mill|Hartwell|Bramley|Thornbury|Aldwick|Foundry|Kingsley|Harrow|Wexford|Stanhope|Linden|Ellery|Chandler|Rookery|Longacre|Fairfield|Barrow|Dunmore|Pemberton|Holloway',
  ),
  technical: words(
    'Apex|Vector|Ion|Axis|Delta|Traverse|Core|Prism|Kinetic|Summit|Pulse|Arc|Flux|Nova|Orbit|Strata|Tempo|Helix|Quantum|Span|Relay|Zenith|Torque|Meridian',
  ),
  playful: words(
    'Pop|Doodle|Bubble|Fizz|Confetti|Tango|Jelly|Hopscotch|Pinwheel|Gumdrop|Zigzag|Sprout|Lollo|Bingo|Whistle|Sunny|Boom|Squiggle|Pocket|Kite|Hula|Mango|Pogo|Yoyo',
  ),
  natural: words(
    'Meadow|Fern|Willow|Clover|Drift|Moss|Seed|Tide|Heath|Wren|Sorrel|Bramble|Juniper|Hazel|Yarrow|Cove|Thistle|Root|Dune|Alder|Birch|Petal|Sage|Grove',
  ),
  everyday: words(
    'Daily|Essential|Basic|Easy|Home|Classic|Standard|Simple|Original|Weekday|Good|First|Family|Common|Handy|Right|Plain|Corner|Market|Main|Ready|Regular|Square|Better',
  ),
};
