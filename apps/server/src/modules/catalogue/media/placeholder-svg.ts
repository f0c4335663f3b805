/** The parcel that the storefront also draws for a product without a picture, in greys that are visible on light and on dark. */
export const placeholderSvg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="800" viewBox="0 0 200 200">
<path fill="#f4f3ee" d="M0 0h200v200H0z"/>
<ellipse cx="100" cy="150" rx="52" ry="7" fill="#e8e6df"/>
<path fill="#e8e6df" d="M56 84l44 18v48l-44-18z"/>
<path fill="#e3e1d9" d="M144 84l-44 18v48l44-18z"/>
<path fill="#fdfdfb" d="M56 84l44-17 44 17-44 18z"/>
<path fill="#e8e6df" stroke="#e3e1d9" stroke-width=".5" d="M73.3 77.3l9.4-3.6 44 17.4v14l-9.4 3.8v-14z"/>
<path fill="none" stroke="#88867c" stroke-linejoin="round" d="M56 84l44-17 44 17v48l-44 18-44-18zm0 0l44 18 44-18m-44 18v48"/>
</svg>`;
