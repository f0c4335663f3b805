import { type Kind, kind } from '../kind.ts';

const department = 'home';

export const HOME: Kind[] = [
  kind('tablelamp', {
    department,
    path: 'Lighting|Table Lamps',
    picture: 'tablelamp',
    nouns: 'Ceramic Table Lamp|Dome Desk Lamp|Mushroom Lamp',
    noun: 'lamp',
    price: [86, 0.5],
    palette: 'glaze',
    materials: 'ceramic and linen|powder-coated steel|opal glass',
    sizes: '14 in|18 in|22 in',
    again: 0.4,
    dims: [11, 11, 18, 4.5],
    season: [10, 0.3],
    facts:
      '{size} tall, with a braided cord|Dims to a candle glow with the inline switch|Takes a standard E26 bulb (included)|Weighted base with a felt foot',
    lines:
      'It throws a wide pool of warm light downwards and a softer glow up the wall.|Switched off it is a quiet {color} shape; switched on, it makes the corner.',
    praise:
      'The light is warm and never glaring.|It makes the whole corner feel finished.|The base is heavy, and the felt foot spares the table.|The dimmer is perfect for evenings.',
    gripes:
      'The cord is too short.|The shade arrived with a crease.|Not bright enough to read by.|The switch feels cheap.',
  }),
  kind('floorlamp', {
    department,
    path: 'Lighting|Floor Lamps',
    picture: 'floorlamp',
    nouns: 'Arc Floor Lamp|Tripod Floor Lamp|Reading Floor Lamp',
    noun: 'lamp',
    price: [148, 0.45],
    share: 0.8,
    palette: 'metal',
    materials: 'steel and linen|oak and linen|steel',
    sizes: '58 in|62 in|68 in',
    again: 0.2,
    dims: [18, 18, 62, 13],
    season: [10, 0.3],
    facts:
      'Stands {size} tall|Head tilts and swivels|Foot switch on a fabric cord|Assembles in five minutes without tools',
    lines:
      'It leans light over a chair exactly where a book would be.|A slim stem and a wide, soft shade keep it elegant by day and useful by night.',
    praise:
      'It is the perfect reading light by the sofa.|Easy to assemble and very stable.|It looks twice the price.|The shade gives lovely soft light.',
    gripes:
      'It wobbles on thick carpet.|The shade was dented in the box.|The foot switch is hard to reach.|Instructions were useless.',
  }),
  kind('armchair', {
    department,
    path: 'Furniture|Chairs',
    picture: 'armchair',
    nouns: 'Lounge Chair|Wingback Armchair|Barrel Chair',
    noun: 'armchair',
    price: [389, 0.4],
    share: 0.9,
    palette: 'textile',
    materials: 'boucle and oak|wool blend and beech|linen blend and ash',
    sizes: 'Standard|Wide',
    again: 0.15,
    dims: [31, 32, 33, 48],
    facts:
      'Solid wood frame with sinuous springs|High-resilience foam wrapped in feather|Removable, washable seat cover|Legs screw in by hand|Feet with felt pads',
    lines:
      'The seat is deep, the arms are low, and the back catches you just below the shoulders.|Upholstered in {color} {material}, it softens a room without filling it.',
    praise:
      'I have fallen asleep in it more than once.|The fabric feels far more expensive than it was.|It fits small spaces without looking small.|The legs went on in two minutes.',
    gripes:
      'The seat is firmer than I like.|It sheds lint for the first weeks.|One leg was slightly short.|Delivery took its time.',
  }),
  kind('sofa', {
    department,
    path: 'Furniture|Sofas',
    picture: 'sofa',
    nouns: 'Two-Seat Sofa|Three-Seat Sofa|Track-Arm Sofa',
    noun: 'sofa',
    price: [920, 0.35],
    share: 0.8,
    palette: 'textile',
    materials: 'linen blend and oak|performance weave and beech|velvet and walnut',
    sizes: '64 in|76 in|84 in',
    again: 0.04,
    dims: [76, 36, 32, 118],
    facts:
      '{size} wide, seats three without touching elbows|Kiln-dried hardwood frame|Covers come off for washing|Reversible cushions|Ships in two boxes that fit any stairwell',
    lines:
      'Deep enough for a nap and upright enough for a conversation.|Plump feather-wrapped cushions sit on a frame that will outlive several covers.',
    praise:
      'The cushions hold their shape.|The whole family fits on it for movie night.|Assembly was surprisingly simple.|The colour hides everything.|It transformed our living room.',
    gripes:
      'The back cushions need plumping every day.|It is firmer than the description suggests.|The fabric pills a little.|It barely fit through the door.',
  }),
  kind('rug', {
    department,
    path: 'Textiles|Rugs',
    picture: 'rug',
    nouns: 'Handwoven Wool Rug|Flatweave Rug|Berber Rug',
    noun: 'rug',
    price: [178, 0.6],
    palette: 'textile',
    materials: 'wool|cotton and jute|recycled wool',
    sizes: '3 x 5 ft|5 x 8 ft|8 x 10 ft',
    again: 0.35,
    dims: [60, 96, 0.4, 17],
    facts:
      '{size}, woven on pit looms|Undyed borders and a tight, durable weave|Reversible|Vacuum flat, spot clean with cold water',
    lines:
      'The pattern is woven rather than printed, so it wears softly and evenly on both sides.|A {color} ground with small irregularities that tell you hands were involved.',
    praise:
      'It is thick and soft underfoot.|The pattern hides crumbs beautifully.|It pulls the whole room together.|No chemical smell at all.',
    gripes:
      'It sheds for the first month.|The corners curled.|The colour is paler than the picture.|It slides without an underlay.',
  }),
  kind('vase', {
    department,
    path: 'Decor|Vases',
    picture: 'vase',
    nouns: 'Ceramic Vase|Bud Vase|Amphora Vase|Ripple Vase',
    noun: 'vase',
    price: [38, 0.5],
    palette: 'glaze',
    materials: 'stoneware|terracotta|porcelain',
    sizes: '6 in|9 in|12 in',
    again: 0.6,
    dims: [6, 6, 9, 2.2],
    facts:
      '{size} tall, watertight|Narrow neck holds a few stems upright|Matte outside, glazed inside|Felt pads protect the shelf',
    lines:
      'A shape that is good with three branches, one tulip or nothing at all.|The matte {color} surface takes light like paper.',
    praise:
      'It looks beautiful even empty.|The shape holds stems exactly where you want them.|The finish feels handmade.',
    gripes:
      'It sweats a little on wood.|Much smaller than expected.|The neck is hard to clean.|It had a hairline crack.',
  }),
  kind('candle', {
    department,
    path: 'Decor|Candles',
    picture: 'candle',
    nouns: 'Scented Candle|Three-Wick Candle|Amber Jar Candle',
    noun: 'candle',
    price: [28, 0.35],
    share: 1.3,
    palette: 'glaze',
    flavourWord: 'Scent',
    flavours:
      'Fig & Cedar 6f7a4f|Sea Salt 8fb0bd|Black Tea 4a3b34|Orange Blossom e2935a|Linen e8e0d2|Wild Lavender 9c8fc0|Smoked Oud 3f3a3d|Rose & Pepper cf9c98|Tomato Leaf 6f9160|Honey & Tobacco c08a3e',
    materials: 'soy wax|beeswax and coconut wax',
    sizes: '6 oz|9 oz|14 oz',
    chosenSize: 'contents',
    again: 0.9,
    dims: [3.2, 3.2, 3.8, 1.1],
    season: [11, 0.6],
    facts:
      'Burns for about 45 hours|Cotton wick, no dye|Poured in small batches|Reuse the vessel for pens or brushes',
    lines:
      'The scent opens bright, settles within the hour, and stays polite in a small room.|Poured by hand, with a wick that is trimmed before it leaves the studio.',
    praise:
      'It fills the room without shouting.|It burns evenly right to the edge.|The scent is grown up and never sweet.|I already ordered a second one.',
    gripes:
      'The scent is very faint.|It tunnelled from the first burn.|The wick smokes.|The lid arrived cracked.',
  }),
  kind('pillow', {
    department,
    path: 'Textiles|Cushions',
    picture: 'pillow',
    nouns: 'Linen Cushion|Striped Lumbar Cushion|Velvet Cushion|Tufted Cushion',
    noun: 'cushion',
    price: [36, 0.4],
    share: 1.2,
    palette: 'textile',
    materials: 'washed linen|cotton velvet|woven cotton',
    sizes: '16 in|18 in|20 in',
    comesInColours: true,
    again: 0.8,
    dims: [18, 18, 6, 1.4],
    facts:
      '{size} square with a feather insert|Hidden zip|Cover washes at 30 C|Piped edges that keep their line',
    lines:
      'Washed before sewing, so it is soft from the first day and will not shrink on the second.|Two or three of these in {color} do more for a sofa than a new sofa.',
    praise:
      'Plump, soft and beautifully made.|The colour is exactly right.|It has kept its shape for months.|The zip is invisible.',
    gripes:
      'The insert goes flat quickly.|The fabric wrinkles.|A few feathers poke through.|Smaller once filled.',
  }),
  kind('throw', {
    department,
    path: 'Textiles|Throws & Blankets',
    picture: 'throw',
    nouns: 'Waffle Throw|Fringed Wool Throw|Chunky Knit Throw',
    noun: 'throw',
    price: [72, 0.45],
    palette: 'textile',
    materials: 'lambswool|organic cotton|recycled wool blend',
    sizes: '50 x 60 in|55 x 75 in',
    comesInColours: true,
    again: 0.5,
    dims: [50, 60, 0.5, 2.6],
    season: [11, 0.6],
    facts:
      '{size} with hand-knotted fringe|Warm without weight|Machine washable, cold|Spun and woven in one mill',
    lines:
      'It drapes properly over an arm and is large enough for two people who like each other.|Brushed once after weaving, for warmth that starts at once.',
    praise:
      'Everyone fights over it on the sofa.|So soft and not at all scratchy.|Warm but light.|It washes beautifully.',
    gripes:
      'It sheds on dark clothes.|The fringe tangles in the wash.|A bit scratchy at first.|Thinner than it looks.',
  }),
  kind('sidetable', {
    department,
    path: 'Furniture|Side Tables',
    picture: 'sidetable',
    nouns: 'Round Side Table|Nesting Side Table|Drawer Side Table',
    noun: 'side table',
    price: [138, 0.45],
    share: 0.8,
    palette: 'wood',
    materials: 'solid wood|wood veneer and steel',
    sizes: '16 in|18 in|20 in',
    again: 0.25,
    dims: [18, 18, 21, 14],
    facts: '{size} across, 21 inches high|Finished with hardwax oil|Holds 60 lb|Assembles with one key',
    lines:
      'A table for a lamp, a cup and the book you are in the middle of.|The edge is rounded over, so it is kind to sleeves and to cups.',
    praise:
      'Sturdy, and the wood is beautiful.|It is exactly the right height for our sofa.|Assembly took five minutes.',
    gripes: 'It wobbled until I shimmed a leg.|The finish marks from water.|Smaller than expected.',
  }),
  kind('clock', {
    department,
    path: 'Decor|Clocks',
    picture: 'clock',
    nouns: 'Wall Clock|Minimal Wall Clock|Station Clock',
    noun: 'clock',
    price: [54, 0.45],
    share: 0.6,
    palette: 'wood',
    materials: 'wood and glass|steel and glass',
    sizes: '10 in|12 in|14 in',
    again: 0.15,
    dims: [12, 12, 2, 2.1],
    facts:
      '{size} face under real glass|Silent sweep movement|One AA battery lasts a year|Hangs from a single nail',
    lines: 'A silent movement and a face that you can read from the far side of the kitchen.',
    praise: 'Completely silent.|Easy to read across the room.|It looks far more expensive than it was.',
    gripes: 'It loses a minute a week.|The hook on the back is off centre.|The glass scratches easily.',
  }),
  kind('mirror', {
    department,
    path: 'Decor|Mirrors',
    picture: 'mirror',
    nouns: 'Round Mirror|Arched Mirror|Pill Mirror',
    noun: 'mirror',
    price: [124, 0.5],
    share: 0.7,
    palette: 'metal',
    materials: 'steel frame and silvered glass|aluminium frame and glass',
    sizes: '20 in|24 in|30 in',
    again: 0.2,
    dims: [24, 1.5, 32, 14],
    facts:
      '{size} wide, with a slim {color} frame|Silvered glass with polished edges|Hangs two ways|Wall fixings included',
    lines: 'It doubles the light of a small hallway and frames it neatly.',
    praise:
      'It makes our hallway look twice the size.|The frame is slim and elegant.|It arrived packed like a museum piece.',
    gripes: 'The fixings were too short.|A slight distortion near the bottom.|Heavier than I expected.',
  }),
];
