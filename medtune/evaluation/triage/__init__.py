"""How far a classifier can be trusted: calibration, abstention, conformal sets, the report, the thresholds it keeps."""
