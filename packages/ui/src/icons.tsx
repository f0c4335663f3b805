/**
 * @license The drawings are Lucide's (lucide-react 1.75.0, ISC), some of them Feather's (MIT): licence-of-icons.txt has both licences.
 */
import { type ComponentType, createElement, type ReactNode, type SVGProps } from 'react';

export interface IconProps extends SVGProps<SVGSVGElement> {
  /** The side of its square, in pixels. */
  size?: number;
}

export type Icon = ComponentType<IconProps>;

/** Lines on a square of 24. Hidden from screen readers, unless it is given a name. @__NO_SIDE_EFFECTS__ */
const draw =
  (...lines: readonly ReactNode[]): Icon =>
  ({ size = 24, ...props }) => {
    const isNamed = 'aria-label' in props || 'aria-labelledby' in props || 'role' in props;
    return createElement(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width: size,
        height: size,
        viewBox: '0 0 24 24',
        fill: 'none',
        stroke: 'currentColor',
        strokeWidth: 2,
        strokeLinecap: 'round',
        strokeLinejoin: 'round',
        ...(!isNamed && { 'aria-hidden': true }),
        ...props,
      },
      ...lines,
    );
  };

export const ArrowLeftIcon = draw(<path d="m12 19-7-7 7-7" />, <path d="M19 12H5" />);
export const ArrowRightIcon = draw(<path d="M5 12h14" />, <path d="m12 5 7 7-7 7" />);
export const VerifiedIcon = draw(
  <path d="M3.85 8.62a4 4 0 0 1 4.78-4.77 4 4 0 0 1 6.74 0 4 4 0 0 1 4.78 4.78 4 4 0 0 1 0 6.74 4 4 0 0 1-4.77 4.78 4 4 0 0 1-6.75 0 4 4 0 0 1-4.78-4.77 4 4 0 0 1 0-6.76Z" />,
  <path d="m16 9-5.5 5.5L8 12" />,
);
export const BellIcon = draw(
  <path d="M10.268 21a2 2 0 0 0 3.464 0" />,
  <path d="M3.262 15.326A1 1 0 0 0 4 17h16a1 1 0 0 0 .74-1.673C19.41 13.956 18 12.499 18 8A6 6 0 0 0 6 8c0 4.499-1.411 5.956-2.738 7.326" />,
);
export const CheckIcon = draw(<path d="M20 6 9 17l-5-5" />);
export const ChevronDownIcon = draw(<path d="m6 9 6 6 6-6" />);
export const ChevronRightIcon = draw(<path d="m9 18 6-6-6-6" />);
export const AlertIcon = draw(
  <circle cx="12" cy="12" r="10" />,
  <line x1="12" x2="12" y1="8" y2="12" />,
  <line x1="12" x2="12.01" y1="16" y2="16" />,
);
export const SuccessIcon = draw(<circle cx="12" cy="12" r="10" />, <path d="m16 9-5.5 5.5L8 12" />);
export const ClockIcon = draw(<circle cx="12" cy="12" r="10" />, <path d="M12 6v6l4 2" />);
export const ShowIcon = draw(
  <path d="M2.062 12.348a1 1 0 0 1 0-.696 10.75 10.75 0 0 1 19.876 0 1 1 0 0 1 0 .696 10.75 10.75 0 0 1-19.876 0" />,
  <circle cx="12" cy="12" r="3" />,
);
export const HideIcon = draw(
  <path d="M10.733 5.076a10.744 10.744 0 0 1 11.205 6.575 1 1 0 0 1 0 .696 10.747 10.747 0 0 1-1.444 2.49" />,
  <path d="M14.084 14.158a3 3 0 0 1-4.242-4.242" />,
  <path d="M17.479 17.499a10.75 10.75 0 0 1-15.417-5.151 1 1 0 0 1 0-.696 10.75 10.75 0 0 1 4.446-5.143" />,
  <path d="m2 2 20 20" />,
);
export const DownloadIcon = draw(
  <path d="M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z" />,
  <path d="M14 2v5a1 1 0 0 0 1 1h5" />,
  <path d="M12 18v-6" />,
  <path d="m9 15 3 3 3-3" />,
);
export const HeartIcon = draw(
  <path d="M2 9.5a5.5 5.5 0 0 1 9.591-3.676.56.56 0 0 0 .818 0A5.49 5.49 0 0 1 22 9.5c0 2.29-1.5 4-3 5.5l-5.492 5.313a2 2 0 0 1-3 .019L5 15c-1.5-1.5-3-3.2-3-5.5" />,
);
export const HomeIcon = draw(
  <path d="M15 21v-8a1 1 0 0 0-1-1h-4a1 1 0 0 0-1 1v8" />,
  <path d="M3 10a2 2 0 0 1 .709-1.528l7-6a2 2 0 0 1 2.582 0l7 6A2 2 0 0 1 21 10v9a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2z" />,
);
export const InfoIcon = draw(
  <circle cx="12" cy="12" r="10" />,
  <path d="M12 16v-4" />,
  <path d="M12 8h.01" />,
);
export const LockIcon = draw(
  <rect width="18" height="11" x="3" y="11" rx="2" ry="2" />,
  <path d="M7 11V7a5 5 0 0 1 10 0v4" />,
);
export const LogOutIcon = draw(
  <path d="m16 17 5-5-5-5" />,
  <path d="M21 12H9" />,
  <path d="M9 21H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4" />,
);
export const MailIcon = draw(
  <path d="m22 7-8.991 5.727a2 2 0 0 1-2.009 0L2 7" />,
  <rect x="2" y="4" width="20" height="16" rx="2" />,
);
export const AddressIcon = draw(
  <path d="M20 10c0 4.993-5.539 10.193-7.399 11.799a1 1 0 0 1-1.202 0C9.539 20.193 4 14.993 4 10a8 8 0 0 1 16 0" />,
  <circle cx="12" cy="10" r="3" />,
);
export const ZoomIcon = draw(
  <path d="M15 3h6v6" />,
  <path d="m21 3-7 7" />,
  <path d="m3 21 7-7" />,
  <path d="M9 21H3v-6" />,
);
export const MenuIcon = draw(<path d="M4 5h16" />, <path d="M4 12h16" />, <path d="M4 19h16" />);
export const MinusIcon = draw(<path d="M5 12h14" />);
export const MoreIcon = draw(
  <circle cx="12" cy="12" r="1" />,
  <circle cx="19" cy="12" r="1" />,
  <circle cx="5" cy="12" r="1" />,
);
export const MoonIcon = draw(
  <path d="M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 8.268c.344-.215.825-.004.803.401" />,
);
export const PackageIcon = draw(
  <path d="M11 21.73a2 2 0 0 0 2 0l7-4A2 2 0 0 0 21 16V8a2 2 0 0 0-1-1.73l-7-4a2 2 0 0 0-2 0l-7 4A2 2 0 0 0 3 8v8a2 2 0 0 0 1 1.73z" />,
  <path d="M12 22V12" />,
  <polyline points="3.29 7 12 12 20.71 7" />,
  <path d="m7.5 4.27 9 5.15" />,
);
export const PauseIcon = draw(
  <rect x="14" y="3" width="5" height="18" rx="1" />,
  <rect x="5" y="3" width="5" height="18" rx="1" />,
);
export const PhoneIcon = draw(
  <path d="M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.468.351a1 1 0 0 0-.292 1.233 14 14 0 0 0 6.392 6.384" />,
);
export const PlayIcon = draw(
  <path d="M5 5a2 2 0 0 1 3.008-1.728l11.997 6.998a2 2 0 0 1 .003 3.458l-12 7A2 2 0 0 1 5 19z" />,
);
export const PlusIcon = draw(<path d="M5 12h14" />, <path d="M12 5v14" />);
export const PrintIcon = draw(
  <path d="M6 18H4a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-2" />,
  <path d="M6 9V3a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v6" />,
  <rect x="6" y="14" width="12" height="8" rx="1" />,
);
export const SearchIcon = draw(<path d="m21 21-4.34-4.34" />, <circle cx="11" cy="11" r="8" />);
export const CartIcon = draw(
  <path d="M16 10a4 4 0 0 1-8 0" />,
  <path d="M3.103 6.034h17.794" />,
  <path d="M3.4 5.467a2 2 0 0 0-.4 1.2V20a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2V6.667a2 2 0 0 0-.4-1.2l-2-2.667A2 2 0 0 0 17 2H7a2 2 0 0 0-1.6.8z" />,
);
export const FilterIcon = draw(
  <path d="M10 5H3" />,
  <path d="M12 19H3" />,
  <path d="M14 3v4" />,
  <path d="M16 17v4" />,
  <path d="M21 12h-9" />,
  <path d="M21 19h-5" />,
  <path d="M21 5h-7" />,
  <path d="M8 10v4" />,
  <path d="M8 12H3" />,
);
export const StarIcon = draw(
  <path d="M11.525 2.295a.53.53 0 0 1 .95 0l2.31 4.679a2.123 2.123 0 0 0 1.595 1.16l5.166.756a.53.53 0 0 1 .294.904l-3.736 3.638a2.123 2.123 0 0 0-.611 1.878l.882 5.14a.53.53 0 0 1-.771.56l-4.618-2.428a2.122 2.122 0 0 0-1.973 0L6.396 21.01a.53.53 0 0 1-.77-.56l.881-5.139a2.122 2.122 0 0 0-.611-1.879L2.16 9.795a.53.53 0 0 1 .294-.906l5.165-.755a2.122 2.122 0 0 0 1.597-1.16z" />,
);
export const SunIcon = draw(
  <circle cx="12" cy="12" r="4" />,
  <path d="M12 2v2" />,
  <path d="M12 20v2" />,
  <path d="m4.93 4.93 1.41 1.41" />,
  <path d="m17.66 17.66 1.41 1.41" />,
  <path d="M2 12h2" />,
  <path d="M20 12h2" />,
  <path d="m6.34 17.66-1.41 1.41" />,
  <path d="m19.07 4.93-1.41 1.41" />,
);
export const SystemThemeIcon = draw(
  <path d="M12 2v2" />,
  <path d="M14.837 16.385a6 6 0 1 1-7.223-7.222c.624-.147.97.66.715 1.248a4 4 0 0 0 5.26 5.259c.589-.255 1.396.09 1.248.715" />,
  <path d="M16 12a4 4 0 0 0-4-4" />,
  <path d="m19 5-1.256 1.256" />,
  <path d="M20 12h2" />,
);
export const HelpfulIcon = draw(
  <path d="M15 5.88 14 10h5.83a2 2 0 0 1 1.92 2.56l-2.33 8A2 2 0 0 1 17.5 22H4a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2h2.76a2 2 0 0 0 1.79-1.11L12 2a3.13 3.13 0 0 1 3 3.88Z" />,
  <path d="M7 10v12" />,
);
export const TruckIcon = draw(
  <path d="M14 18V6a2 2 0 0 0-2-2H4a2 2 0 0 0-2 2v11a1 1 0 0 0 1 1h2" />,
  <path d="M15 18H9" />,
  <path d="M19 18h2a1 1 0 0 0 1-1v-3.65a1 1 0 0 0-.22-.624l-3.48-4.35A1 1 0 0 0 17.52 8H14" />,
  <circle cx="17" cy="18" r="2" />,
  <circle cx="7" cy="18" r="2" />,
);
export const AccountIcon = draw(<circle cx="12" cy="8" r="5" />, <path d="M20 21a8 8 0 0 0-16 0" />);
export const CloseIcon = draw(<path d="M18 6 6 18" />, <path d="m6 6 12 12" />);
