-- The 95 % Wilson score interval for k of n (Wilson 1927; Brown, Cai, DasGupta 2001, section 3.1.1), bounds as fractions.
CREATE OR REPLACE MACRO wilson_centre(k, n) AS (k + 1.959963984540054 ** 2 / 2) / (n + 1.959963984540054 ** 2);
CREATE OR REPLACE MACRO wilson_margin(k, n) AS
    1.959963984540054 / (n + 1.959963984540054 ** 2) * sqrt(k * (n - k) / n::DOUBLE + 1.959963984540054 ** 2 / 4);
CREATE OR REPLACE MACRO wilson_low(k, n) AS greatest(0, wilson_centre(k, n) - wilson_margin(k, n));
CREATE OR REPLACE MACRO wilson_high(k, n) AS least(1, wilson_centre(k, n) + wilson_margin(k, n));
