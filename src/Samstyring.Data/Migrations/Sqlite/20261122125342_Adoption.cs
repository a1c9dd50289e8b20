using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samstyring.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Adoption : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "budget_dates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Municipality = table.Column<Guid>(type: "TEXT", nullable: false),
                    Event = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Day = table.Column<string>(type: "TEXT", nullable: true),
                    Provenance_AsOf = table.Column<string>(type: "TEXT", nullable: false),
                    Provenance_Certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Provenance_Source = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_budget_dates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_budget_dates_municipalities_Municipality",
                        column: x => x.Municipality,
                        principalTable: "municipalities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cycle_events",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Event = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    IsMunicipal = table.Column<bool>(type: "INTEGER", nullable: false),
                    RelativeYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: true),
                    Day = table.Column<int>(type: "INTEGER", nullable: true),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Name_En = table.Column<string>(type: "TEXT", nullable: true),
                    Name_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Name_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Provenance_AsOf = table.Column<string>(type: "TEXT", nullable: false),
                    Provenance_Certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Provenance_Source = table.Column<string>(type: "TEXT", nullable: false),
                    When_En = table.Column<string>(type: "TEXT", nullable: true),
                    When_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    When_Nn = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cycle_events", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "solutions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Owner = table.Column<Guid>(type: "TEXT", nullable: false),
                    Initiative = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    EligibleCounties = table.Column<string>(type: "TEXT", nullable: true),
                    EligibleFrom = table.Column<int>(type: "INTEGER", nullable: true),
                    EligibleBelow = table.Column<int>(type: "INTEGER", nullable: true),
                    Idea = table.Column<string>(type: "TEXT", nullable: true),
                    Announced = table.Column<string>(type: "TEXT", nullable: true),
                    Available = table.Column<string>(type: "TEXT", nullable: true),
                    DecideBy = table.Column<string>(type: "TEXT", nullable: true),
                    Mandatory = table.Column<string>(type: "TEXT", nullable: true),
                    AgreedMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    StaffDays = table.Column<int>(type: "INTEGER", nullable: true),
                    PlannedAdopters = table.Column<int>(type: "INTEGER", nullable: true),
                    YearlyCost = table.Column<long>(type: "INTEGER", nullable: true),
                    Specification = table.Column<string>(type: "TEXT", nullable: true),
                    IsExample = table.Column<bool>(type: "INTEGER", nullable: false),
                    SortKey = table.Column<string>(type: "TEXT", nullable: false),
                    Folded = table.Column<string>(type: "TEXT", nullable: false),
                    VisibleTo = table.Column<Guid>(type: "TEXT", nullable: true),
                    Contact_En = table.Column<string>(type: "TEXT", nullable: true),
                    Contact_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Contact_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    EligibleWhy_En = table.Column<string>(type: "TEXT", nullable: true),
                    EligibleWhy_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    EligibleWhy_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Name_En = table.Column<string>(type: "TEXT", nullable: true),
                    Name_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Name_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Provenance_AsOf = table.Column<string>(type: "TEXT", nullable: false),
                    Provenance_Certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Provenance_Source = table.Column<string>(type: "TEXT", nullable: false),
                    Purpose_En = table.Column<string>(type: "TEXT", nullable: true),
                    Purpose_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Purpose_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    SetAside_En = table.Column<string>(type: "TEXT", nullable: true),
                    SetAside_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    SetAside_Nn = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_solutions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_solutions_initiatives_Initiative",
                        column: x => x.Initiative,
                        principalTable: "initiatives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_solutions_organisations_Owner",
                        column: x => x.Owner,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "adoption_records",
                columns: table => new
                {
                    Solution = table.Column<Guid>(type: "TEXT", nullable: false),
                    Municipality = table.Column<Guid>(type: "TEXT", nullable: false),
                    Step = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Since = table.Column<string>(type: "TEXT", nullable: true),
                    Source = table.Column<string>(type: "TEXT", nullable: true),
                    StatedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    StatedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClaimedStep = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ClaimedSince = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimSource = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ClaimedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AnswerReason = table.Column<string>(type: "TEXT", nullable: true),
                    Standing = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StandingSince = table.Column<string>(type: "TEXT", nullable: true),
                    InformedOn = table.Column<string>(type: "TEXT", nullable: true),
                    ConsideringOn = table.Column<string>(type: "TEXT", nullable: true),
                    DecidedOn = table.Column<string>(type: "TEXT", nullable: true),
                    ProcuredOn = table.Column<string>(type: "TEXT", nullable: true),
                    InstalledOn = table.Column<string>(type: "TEXT", nullable: true),
                    InUseOn = table.Column<string>(type: "TEXT", nullable: true),
                    BenefitsOn = table.Column<string>(type: "TEXT", nullable: true),
                    PlannedInUse = table.Column<string>(type: "TEXT", nullable: true),
                    Product = table.Column<Guid>(type: "TEXT", nullable: true),
                    Wave = table.Column<Guid>(type: "TEXT", nullable: true),
                    Contact = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_adoption_records", x => new { x.Solution, x.Municipality });
                    table.ForeignKey(
                        name: "FK_adoption_records_municipalities_Municipality",
                        column: x => x.Municipality,
                        principalTable: "municipalities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_adoption_records_organisations_ClaimedBy",
                        column: x => x.ClaimedBy,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_adoption_records_organisations_StatedBy",
                        column: x => x.StatedBy,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_adoption_records_solutions_Solution",
                        column: x => x.Solution,
                        principalTable: "solutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "solution_parts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Solution = table.Column<Guid>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Note_En = table.Column<string>(type: "TEXT", nullable: true),
                    Note_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Note_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Provenance_AsOf = table.Column<string>(type: "TEXT", nullable: false),
                    Provenance_Certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Provenance_Source = table.Column<string>(type: "TEXT", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: true),
                    Of = table.Column<int>(type: "INTEGER", nullable: true),
                    Starts = table.Column<string>(type: "TEXT", nullable: true),
                    Share = table.Column<int>(type: "INTEGER", nullable: true),
                    Name_En = table.Column<string>(type: "TEXT", nullable: true),
                    Name_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Name_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Text_En = table.Column<string>(type: "TEXT", nullable: true),
                    Text_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Text_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Ends = table.Column<string>(type: "TEXT", nullable: true),
                    Vendor = table.Column<Guid>(type: "TEXT", nullable: true),
                    Cost = table.Column<long>(type: "INTEGER", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Obstacle = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Outcome_En = table.Column<string>(type: "TEXT", nullable: true),
                    Outcome_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Outcome_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Amount = table.Column<decimal>(type: "TEXT", precision: 18, scale: 6, nullable: true),
                    FromInhabitants = table.Column<int>(type: "INTEGER", nullable: true),
                    BelowInhabitants = table.Column<int>(type: "INTEGER", nullable: true),
                    IncludesVat = table.Column<bool>(type: "INTEGER", nullable: true),
                    PopulationOn = table.Column<string>(type: "TEXT", nullable: true),
                    Leadership = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Competence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Capacity = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Money = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Routines = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Support = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Meets = table.Column<bool>(type: "INTEGER", nullable: true),
                    VerifiedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    SignedOn = table.Column<string>(type: "TEXT", nullable: true),
                    Leaves = table.Column<bool>(type: "INTEGER", nullable: true),
                    Link = table.Column<string>(type: "TEXT", nullable: true),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Organisation = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsWithdrawn = table.Column<bool>(type: "INTEGER", nullable: true),
                    VisibleTo = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_solution_parts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_solution_parts_organisations_Organisation",
                        column: x => x.Organisation,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_solution_parts_solutions_Solution",
                        column: x => x.Solution,
                        principalTable: "solutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "audience_members",
                columns: new[] { "Id", "Audience", "Organisation", "User" },
                values: new object[] { -1L, new Guid("b98e6313-ee36-8f06-a7d1-ca0d768ba71f"), null, null });

            migrationBuilder.CreateIndex(
                name: "IX_adoption_records_ClaimedBy",
                table: "adoption_records",
                column: "ClaimedBy");

            migrationBuilder.CreateIndex(
                name: "IX_adoption_records_Municipality_Solution",
                table: "adoption_records",
                columns: new[] { "Municipality", "Solution" });

            migrationBuilder.CreateIndex(
                name: "IX_adoption_records_StatedBy",
                table: "adoption_records",
                column: "StatedBy");

            migrationBuilder.CreateIndex(
                name: "IX_budget_dates_Municipality_Event_Year",
                table: "budget_dates",
                columns: new[] { "Municipality", "Event", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_solution_parts_Organisation",
                table: "solution_parts",
                column: "Organisation");

            migrationBuilder.CreateIndex(
                name: "IX_solution_parts_Solution_Order",
                table: "solution_parts",
                columns: new[] { "Solution", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_solution_parts_Type_Order",
                table: "solution_parts",
                columns: new[] { "Type", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_solutions_Initiative",
                table: "solutions",
                column: "Initiative");

            migrationBuilder.CreateIndex(
                name: "IX_solutions_Key",
                table: "solutions",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_solutions_Owner",
                table: "solutions",
                column: "Owner");

            migrationBuilder.CreateIndex(
                name: "IX_solutions_SortKey_Key",
                table: "solutions",
                columns: new[] { "SortKey", "Key" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "adoption_records");

            migrationBuilder.DropTable(
                name: "budget_dates");

            migrationBuilder.DropTable(
                name: "cycle_events");

            migrationBuilder.DropTable(
                name: "solution_parts");

            migrationBuilder.DropTable(
                name: "solutions");

            migrationBuilder.DeleteData(
                table: "audience_members",
                keyColumn: "Id",
                keyValue: -1L);
        }
    }
}
