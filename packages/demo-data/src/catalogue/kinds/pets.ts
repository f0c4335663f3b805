import { type Kind, kind } from '../kind.ts';

const department = 'pets';

export const PETS: Kind[] = [
  kind('petbowl', { department, path: 'Feeding|Bowls', picture: 'petbowl', nouns: 'Pet Bowl|Slow Feeder Bowl|Raised Pet Bowl', noun: 'bowl', price: [26, 0.45], palette: 'glaze', materials: 'stoneware|steel and silicone|ceramic', sizes: 'Small|Medium|Large', again: 0.5, dims: [7, 7, 3, 1.6],
    facts: 'Holds {size} meals|Heavy enough not to wander|Dishwasher safe|Non-slip ring underneath',
    lines: 'Wide, heavy and easy to clean, with a base that stays where dinner is served.',
    praise: 'It does not slide across the floor anymore.|Easy to clean.|It looks nice in our kitchen.|My dog finally eats slower.',
    gripes: 'It chipped.|Smaller than described.|The ring traps water.' }),
  kind('leash', { department, path: 'Walks|Leashes & Collars', picture: 'leash', nouns: 'Rope Dog Leash|Leather Dog Leash|Hands-Free Dog Leash', noun: 'leash', price: [34, 0.4], palette: 'bright', materials: 'climbing rope and brass|bridle leather|recycled webbing', sizes: '5 ft|6 ft|8 ft', again: 0.5, dims: [8, 6, 1.5, 0.5],
    facts: '{size} with a solid brass clip|Soft in the hand, strong to 900 lb|Reflective thread|Washable',
    lines: 'Soft in the hand, strong at the clip, and it does not tangle around ankles.',
    praise: 'Comfortable even when my dog pulls.|The clip is bomb-proof.|Such pretty colours.|It dries fast after the beach.',
    gripes: 'The clip is heavy for a small dog.|It frayed.|Stiff at first.' }),
  kind('petbed', { department, path: 'Rest|Beds', picture: 'petbed', nouns: 'Round Pet Bed|Orthopedic Pet Bed|Bolster Pet Bed', noun: 'bed', price: [72, 0.5], palette: 'textile', materials: 'washed canvas and memory foam|boucle and recycled fill', sizes: 'Small|Medium|Large', again: 0.4, dims: [28, 28, 8, 4.6],
    facts: '{size}, with a bolster to lean on|Cover zips off for the machine|Memory foam base|Non-slip underside',
    lines: 'A soft rim to rest a chin on and a base that old hips will notice.',
    praise: 'She claimed it within a minute.|The cover washes really well.|It matches our sofa.|My old dog sleeps through the night.',
    gripes: 'It flattened after a month.|My puppy chewed the zip.|Smaller than expected.' }),
  kind('cattree', { department, path: 'Cats|Trees & Scratchers', picture: 'cattree', nouns: 'Cat Tree|Modern Cat Tree|Cat Tower', noun: 'cat tree', price: [118, 0.5], palette: 'wood', materials: 'plywood, sisal and felt|solid wood and sisal', sizes: '36 in|48 in|60 in', again: 0.15, dims: [20, 18, 48, 26],
    facts: '{size} tall, tested to 40 lb|Natural sisal posts|Washable cushions|Wall strap included',
    lines: 'A lookout, a hammock and two good scratching posts, in a shape you can live with.',
    praise: 'Both cats moved in at once.|Sturdy, with no wobble at all.|It looks like real furniture.|The sisal has survived my beast.',
    gripes: 'It wobbles at the top.|My cat prefers the box.|The screws did not line up.' }),
  kind('pettoy', { department, path: 'Play|Toys', picture: 'pettoy', nouns: 'Rope Tug Toy|Fetch Ball Set|Knot Ball', noun: 'toy', price: [16, 0.4], share: 0.9, palette: 'bright', materials: 'cotton rope|natural rubber', sizes: 'Small|Medium|Large', again: 0.8, dims: [9, 3, 3, 0.4],
    facts: 'Cleans teeth while they chew|{size}, no loose parts|Floats|Non-toxic dyes',
    lines: 'Made to be pulled, chewed, thrown in a lake and fetched back.',
    praise: 'It survived my heavy chewer.|It is his favourite toy now.|It floats, so it is perfect for the lake.',
    gripes: 'Destroyed in ten minutes.|It sheds strings.|My dog ignored it.' }),
];
