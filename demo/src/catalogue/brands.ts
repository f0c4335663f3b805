import type { Style } from './styles.ts';

export const DEPARTMENTS = {
  kitchen: 'Kitchen & Dining',
  home: 'Home & Living',
  garden: 'Garden & Tools',
  tech: 'Electronics',
  clothing: 'Clothing & Accessories',
  sports: 'Sports & Fitness',
  outdoors: 'Outdoors & Cycling',
  beauty: 'Beauty & Wellness',
  paper: 'Books, Paper & Music',
  toys: 'Toys & Baby',
  pets: 'Pets',
  pantry: 'Pantry',
} as const;
export type Department = keyof typeof DEPARTMENTS;

/** `press` is not a department: it is for publishers. */
export type BrandHome = Department | 'press';

export interface Brand {
  name: string;
  style: Style;
  /** 1 is cheap, 4 is expensive. */
  tier: 1 | 2 | 3 | 4;
  homes: BrandHome[];
}

const brand = (name: string, style: Style, tier: Brand['tier'], ...homes: BrandHome[]): Brand => ({
  name,
  style,
  tier,
  homes,
});

/** Invented brands. Append only: pictures name a brand by its place in this list. */
export const BRANDS: readonly Brand[] = [
  brand('Hearthline', 'heritage', 3, 'kitchen', 'home'),
  brand('Norrvik', 'nordic', 3, 'kitchen', 'home', 'garden'),
  brand('Plainly', 'everyday', 1, 'kitchen', 'home', 'clothing', 'beauty', 'pantry', 'sports'),
  brand('Copperleaf', 'heritage', 4, 'kitchen'),
  brand('Kumo Living', 'nordic', 2, 'kitchen', 'home'),
  brand('Brightnook', 'playful', 2, 'kitchen', 'home'),
  brand('Fernwhistle', 'natural', 3, 'kitchen', 'garden', 'home'),
  brand('Halden Works', 'technical', 3, 'kitchen', 'garden', 'home'),
  brand('Solstad', 'nordic', 4, 'home'),
  brand('Spindle & Loom', 'heritage', 3, 'home'),
  brand('Lumenry', 'technical', 3, 'home'),
  brand('Marin & Vale', 'natural', 3, 'home', 'clothing'),
  brand('Brambleway', 'natural', 2, 'garden'),
  brand('Ironbark', 'technical', 3, 'garden', 'sports'),
  brand('Torque & Timber', 'heritage', 3, 'garden'),
  brand('Gritstone', 'everyday', 2, 'garden', 'outdoors'),
  brand('Puddlejump', 'playful', 2, 'garden', 'toys'),
  brand('Volta Lane', 'technical', 3, 'tech'),
  brand('Quietfield', 'nordic', 4, 'tech'),
  brand('Tonewright', 'heritage', 4, 'tech', 'paper'),
  brand('Pixelgrove', 'playful', 2, 'tech', 'paper'),
  brand('Basewave', 'everyday', 1, 'tech'),
  brand('Northlight', 'technical', 4, 'tech'),
  brand('Mossbyte', 'natural', 2, 'tech', 'paper'),
  brand('Sunday Cotton', 'natural', 2, 'clothing'),
  brand('Ridgefold', 'technical', 4, 'clothing', 'outdoors'),
  brand('Juniper Row', 'heritage', 3, 'clothing'),
  brand('Atelier Solenne', 'nordic', 4, 'clothing'),
  brand('Tupelo Street', 'playful', 2, 'clothing'),
  brand('Kestrel & Pine', 'heritage', 3, 'clothing', 'outdoors'),
  brand('Strideo', 'technical', 3, 'sports'),
  brand('Corewell', 'nordic', 3, 'sports'),
  brand('Sola Motion', 'natural', 2, 'sports'),
  brand('Bounceworks', 'playful', 2, 'sports'),
  brand('Varsity Mill', 'heritage', 3, 'sports'),
  brand('Trailmere', 'technical', 3, 'outdoors', 'pets'),
  brand('Cairnwood', 'heritage', 3, 'outdoors'),
  brand('Peakstead', 'everyday', 2, 'outdoors'),
  brand('Fjellvei', 'nordic', 4, 'outdoors'),
  brand('Mossback', 'natural', 2, 'outdoors', 'pets'),
  brand('Wheelhouse Lane', 'playful', 2, 'outdoors'),
  brand('Dew & Thistle', 'natural', 3, 'beauty'),
  brand('Maison Orla', 'heritage', 4, 'beauty'),
  brand('Verdel', 'technical', 3, 'beauty'),
  brand('Bare Fig', 'natural', 2, 'beauty'),
  brand('Isla Form', 'nordic', 3, 'beauty'),
  brand('Poppycheek', 'playful', 2, 'beauty'),
  brand('Marlow Press', 'heritage', 3, 'press'),
  brand('Lantern House', 'everyday', 2, 'press'),
  brand('Small Hours Books', 'nordic', 3, 'press'),
  brand('Paper Kite', 'playful', 2, 'press'),
  brand('Wren & Field', 'natural', 3, 'press'),
  brand('Axiom Editions', 'technical', 3, 'press'),
  brand('Inkwell Lane', 'heritage', 3, 'paper'),
  brand('Papermoor', 'nordic', 3, 'paper'),
  brand('Commonplace', 'everyday', 1, 'paper', 'toys', 'pets'),
  brand('Doodle & Dash', 'playful', 1, 'paper', 'toys'),
  brand('Little Otter', 'natural', 3, 'toys'),
  brand('Nordby', 'nordic', 3, 'toys'),
  brand('Maple & Moth', 'heritage', 3, 'toys'),
  brand('Gearling', 'technical', 2, 'toys'),
  brand('Waggle & Rye', 'heritage', 3, 'pets'),
  brand('Pawsley', 'playful', 2, 'pets'),
  brand('Fjordhund', 'nordic', 3, 'pets'),
  brand('Harbor & Hearth', 'heritage', 3, 'pantry'),
  brand('Sundry & Salt', 'nordic', 3, 'pantry'),
  brand('Jolly Fig', 'playful', 2, 'pantry'),
  brand('Greenfield Pantry', 'natural', 3, 'pantry'),
  brand('Altitude Foods', 'technical', 3, 'pantry'),
];
