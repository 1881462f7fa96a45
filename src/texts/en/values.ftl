### What gifts are worth, what that rests on, and what is corrected about donors and donations.
values-error-cents = Please enter an amount, for example 12.50. The highest amount is { $most }.
