/// <reference path="./lucide-icons.d.ts" />
/** @file The icons of the shop. One import each: the package's index would bring thousands of modules to every build. */
export { default as ArrowLeftIcon } from 'lucide-react/dist/esm/icons/arrow-left.mjs';
export { default as ArrowRightIcon } from 'lucide-react/dist/esm/icons/arrow-right.mjs';
export { default as VerifiedIcon } from 'lucide-react/dist/esm/icons/badge-check.mjs';
export { default as CheckIcon } from 'lucide-react/dist/esm/icons/check.mjs';
export { default as ChevronDownIcon } from 'lucide-react/dist/esm/icons/chevron-down.mjs';
export { default as ChevronRightIcon } from 'lucide-react/dist/esm/icons/chevron-right.mjs';
export { default as ZoomIcon } from 'lucide-react/dist/esm/icons/maximize-2.mjs';
export { default as MenuIcon } from 'lucide-react/dist/esm/icons/menu.mjs';
export { default as MoonIcon } from 'lucide-react/dist/esm/icons/moon.mjs';
export { default as SearchIcon } from 'lucide-react/dist/esm/icons/search.mjs';
export { default as FilterIcon } from 'lucide-react/dist/esm/icons/sliders-horizontal.mjs';
export { default as SunIcon } from 'lucide-react/dist/esm/icons/sun.mjs';
export { default as SystemThemeIcon } from 'lucide-react/dist/esm/icons/sun-moon.mjs';
export { default as CloseIcon } from 'lucide-react/dist/esm/icons/x.mjs';
