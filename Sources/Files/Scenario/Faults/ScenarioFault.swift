/// Everything that can be wrong with a scenario file; the raw values are the stable names users see.
///
///     ScenarioFault.payNotANumber.rawValue    // "pay-not-a-number"
public enum ScenarioFault: String, CaseIterable, Sendable {
  // The file as a whole; each of these is reported alone.

  /// Bytes that are not UTF-8 text.
  case notUTF8 = "not-utf8"
  /// No content but comments.
  case emptyFile = "empty-file"
  /// Text that is not YAML.
  case yamlSyntax = "yaml-syntax"
  /// More bytes or nodes than any scenario needs.
  case tooLarge = "too-large"
  /// Blocks within blocks beyond reason.
  case tooDeep = "too-deep"
  /// A `schema` this version does not read.
  case wrongSchema = "wrong-schema"

  // Keys and shapes.

  /// A key that means nothing here.
  case unknownKey = "unknown-key"
  /// A key written twice in one block.
  case duplicateKey = "duplicate-key"
  /// A key that has to be there and is not.
  case missingKey = "missing-key"
  /// Two keys of which only one may stand.
  case conflictingKeys = "conflicting-keys"
  /// A key without a value.
  case emptyValue = "empty-value"
  /// A thousands comma inside { }, where YAML ends the value: `{base: 185,000}`.
  case commaInBraces = "comma-in-braces"
  /// A list where text is wanted, or the like.
  case wrongShape = "wrong-shape"
  /// Written as another version may read it.
  case notYet = "not-yet"

  // Quantities.

  /// An amount that is no number: `18O,000`.
  case payNotANumber = "pay-not-a-number"
  /// An amount below zero.
  case negativePay = "negative-pay"
  /// A percentage without its sign, or none at all.
  case shareNotAPercent = "share-not-a-percent"
  /// A plain number that is none.
  case notANumber = "not-a-number"
  /// A date not written as 2027-01-15, or a day that does not exist.
  case dateNotADate = "date-not-a-date"
  /// A span of time without its unit.
  case timeNotASpan = "time-not-a-span"
  /// An amount of which nobody says whether it is paid by the month or the year.
  case periodNotStated = "period-not-stated"
  /// A number that cannot be meant: a base of 18.
  case valueOutOfRange = "value-out-of-range"
  /// Not two amounts with a dash between them.
  case rangeNotARange = "range-not-a-range"
  /// A range whose first end is the higher one.
  case rangeUpsideDown = "range-upside-down"
  /// A currency mark nobody knows.
  case unknownCurrency = "unknown-currency"
  /// Two currencies in the pay of one offer.
  case mixedCurrency = "mixed-currency"

  // Names.

  /// A job no role answers to.
  case unknownRole = "unknown-role"
  /// A place nobody knows.
  case unknownPlace = "unknown-place"
  /// An industry nobody knows.
  case unknownIndustry = "unknown-industry"
  /// A kind of employer without a layoff hazard.
  case unknownEmployerKind = "unknown-employer-kind"
  /// An override of a parameter that does not exist.
  case unknownParameter = "unknown-parameter"
  /// A word that is none of the few allowed.
  case unknownChoice = "unknown-choice"

  // Parts of an offer.

  /// No offer in the list.
  case noOffers = "no-offers"
  /// An id with characters that a path cannot hold, or a reserved word.
  case badOfferID = "bad-offer-id"
  /// Two offers of one id.
  case duplicateOffer = "duplicate-offer"
  /// More than one current job.
  case twoCurrentJobs = "two-current-jobs"
  /// Raises that cannot be read.
  case unknownRaise = "unknown-raise"
  /// A vesting schedule that cannot be read.
  case unknownVesting = "unknown-vesting"
  /// A cliff after the schedule's end.
  case cliffTooLong = "cliff-too-long"
  /// Vesting shares that are not 100 % together.
  case sharesDoNotAddUp = "shares-do-not-add-up"
  /// A retirement match that cannot be read.
  case unknownMatch = "unknown-match"
  /// Terms of repayment that cannot be read.
  case unknownClawback = "unknown-clawback"
  /// Words from which no figure can be read, where one is wanted: `on_call: sometimes`.
  case unknownTerm = "unknown-term"
  /// A departure that cannot be read.
  case unknownDeparture = "unknown-departure"
  /// Odds below 0 % or above 100 %.
  case oddsOutOfRange = "odds-out-of-range"
  /// Reaching the maximum likelier than reaching the target, or the target than the threshold.
  case oddsNotInOrder = "odds-not-in-order"
  /// A class of shares that the cap table does not have.
  case unknownClass = "unknown-class"
  /// A cap on what a class gets that is less than its preference.
  case capBelowPreference = "cap-below-preference"
  /// A part larger than the whole company.
  case moreThanFullyDiluted = "more-than-fully-diluted"
  /// What performance shares pay, out of order.
  case payoutNotInOrder = "payout-not-in-order"
  /// A raise to less than the pay at its date.
  case raiseBelowPay = "raise-below-pay"
  /// A deadline after the first day of work.
  case deadlineAfterStart = "deadline-after-start"
  /// The current job's grant, payment or start after the as-of date.
  case dateInTheFuture = "date-in-the-future"

  // Offers in a sheet.

  /// A CSV file without the column `field`.
  case notASheet = "not-a-sheet"
  /// A row with more cells than the header.
  case tooManyCells = "too-many-cells"
  /// A date that is another one where the month comes first.
  case ambiguousDate = "ambiguous-date"
  /// A file named by `offers:` that is not there.
  case offersNotFound = "offers-not-found"

  // Editing by path.

  /// A value that an anchor and its aliases use in several places.
  case sharedValue = "shared-value"
  /// A field of a block is to be set where the file has a text: `bonus.odds` of `bonus: 15%`.
  case textNotABlock = "text-not-a-block"
  /// A text is to be put where the file has a block of keys or a list.
  case blockNotAText = "block-not-a-text"
  /// A path that leads to nothing in the file.
  case noSuchField = "no-such-field"
  /// YAML that cannot be changed in place without touching something else.
  case cannotEdit = "cannot-edit"

  // What-if scenarios.

  /// A path that is not of the form `offer.field`.
  case badPath = "bad-path"
  /// A path to an offer that is not in the file.
  case unknownOffer = "unknown-offer"
  /// Two what-if scenarios of one name.
  case duplicateScenario = "duplicate-scenario"
}
